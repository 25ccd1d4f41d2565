-- CreateTable
CREATE TABLE "Trace" (
    "id" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "sealed" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Trace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Trace_at_idx" ON "Trace"("at");
