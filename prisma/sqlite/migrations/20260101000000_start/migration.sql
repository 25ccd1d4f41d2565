-- CreateTable
CREATE TABLE "Service" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" TEXT,
    "properties" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Document_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Reference" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,

    PRIMARY KEY ("fromId", "toId"),
    CONSTRAINT "Reference_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "Reference_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Change" (
    "revision" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "originKind" TEXT,
    "originRevision" INTEGER,
    "originId" TEXT
);

-- CreateTable
CREATE TABLE "ChangeEntry" (
    "revision" INTEGER NOT NULL,
    "documentId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "refsBefore" JSONB,
    "refsAfter" JSONB,

    PRIMARY KEY ("revision", "documentId"),
    CONSTRAINT "ChangeEntry_revision_fkey" FOREIGN KEY ("revision") REFERENCES "Change" ("revision") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Secret" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "entries" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Node" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "version" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "connected" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL,
    "addresses" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Receipt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "node" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "latencyMs" REAL NOT NULL,
    "durationMs" REAL NOT NULL,
    "refused" TEXT
);

-- CreateTable
CREATE TABLE "Operator" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "roleFrom" TEXT NOT NULL,
    "passwordHash" TEXT,
    "externalId" TEXT,
    "disabled" BOOLEAN NOT NULL,
    "sessionEpoch" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "signedInAt" DATETIME
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "operatorId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "Token_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "address" TEXT
);

-- CreateIndex
CREATE INDEX "Document_type_parentId_idx" ON "Document"("type", "parentId");

-- CreateIndex
CREATE INDEX "Document_parentId_idx" ON "Document"("parentId");

-- CreateIndex
CREATE INDEX "Reference_toId_idx" ON "Reference"("toId");

-- CreateIndex
CREATE INDEX "Change_actorId_idx" ON "Change"("actorId");

-- CreateIndex
CREATE INDEX "ChangeEntry_documentId_revision_idx" ON "ChangeEntry"("documentId", "revision");

-- CreateIndex
CREATE INDEX "Secret_documentId_idx" ON "Secret"("documentId");

-- CreateIndex
CREATE INDEX "Receipt_node_revision_idx" ON "Receipt"("node", "revision");

-- CreateIndex
CREATE INDEX "Receipt_revision_idx" ON "Receipt"("revision");

-- CreateIndex
CREATE UNIQUE INDEX "Operator_emailKey_key" ON "Operator"("emailKey");

-- CreateIndex
CREATE UNIQUE INDEX "Operator_externalId_key" ON "Operator"("externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Token_hash_key" ON "Token"("hash");

-- CreateIndex
CREATE INDEX "Token_operatorId_idx" ON "Token"("operatorId");

-- CreateIndex
CREATE INDEX "Audit_at_idx" ON "Audit"("at");
