-- CreateTable
CREATE TABLE "TestRun" (
    "apiId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "ranAt" DATETIME NOT NULL,
    "sealed" TEXT NOT NULL,

    PRIMARY KEY ("apiId", "draftId"),
    CONSTRAINT "TestRun_apiId_fkey" FOREIGN KEY ("apiId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "TestResult" (
    "apiId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "testId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    PRIMARY KEY ("apiId", "draftId", "testId"),
    CONSTRAINT "TestResult_apiId_draftId_fkey" FOREIGN KEY ("apiId", "draftId") REFERENCES "TestRun" ("apiId", "draftId") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateIndex
CREATE INDEX "TestRun_draftId_idx" ON "TestRun"("draftId");

-- CreateIndex
CREATE INDEX "TestResult_testId_idx" ON "TestResult"("testId");

-- Results stood among the traces, one sealed text per API that tells nothing to SQL: the tests are run anew.
DELETE FROM "Trace" WHERE "id" LIKE 'tests /%';
