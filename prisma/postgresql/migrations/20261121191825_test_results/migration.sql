-- CreateTable
CREATE TABLE "TestRun" (
    "apiId" TEXT COLLATE "C" NOT NULL,
    "draftId" TEXT COLLATE "C" NOT NULL,
    "ranAt" TIMESTAMP(3) NOT NULL,
    "sealed" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "TestRun_pkey" PRIMARY KEY ("apiId","draftId")
);

-- CreateTable
CREATE TABLE "TestResult" (
    "apiId" TEXT COLLATE "C" NOT NULL,
    "draftId" TEXT COLLATE "C" NOT NULL,
    "testId" TEXT COLLATE "C" NOT NULL,
    "sealed" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "TestResult_pkey" PRIMARY KEY ("apiId","draftId","testId")
);

-- CreateIndex
CREATE INDEX "TestRun_draftId_idx" ON "TestRun"("draftId");

-- CreateIndex
CREATE INDEX "TestResult_testId_idx" ON "TestResult"("testId");

-- AddForeignKey
ALTER TABLE "TestRun" ADD CONSTRAINT "TestRun_apiId_fkey" FOREIGN KEY ("apiId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TestResult" ADD CONSTRAINT "TestResult_apiId_draftId_fkey" FOREIGN KEY ("apiId", "draftId") REFERENCES "TestRun"("apiId", "draftId") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Results stood among the traces, one sealed text per API that tells nothing to SQL: the tests are run anew.
DELETE FROM "Trace" WHERE "id" LIKE 'tests /%';
