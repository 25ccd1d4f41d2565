-- CreateTable
CREATE TABLE "Trace" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "sealed" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Trace_at_idx" ON "Trace"("at");
