-- AlterTable
ALTER TABLE "ModelVersion" ADD COLUMN     "reference" JSONB,
ADD COLUMN     "referenceAsOf" TIMESTAMPTZ(3);

-- Versions from before have the instant of their first run.
UPDATE "ModelVersion" SET "referenceAsOf" = COALESCE(
  (SELECT "asOf" FROM "Run" WHERE "versionId" = "ModelVersion"."id" ORDER BY "createdAt" LIMIT 1),
  "publishedAt"
);

ALTER TABLE "ModelVersion" ALTER COLUMN "referenceAsOf" SET NOT NULL;

-- CreateTable
CREATE TABLE "DemoLoad" (
    "workspaceId" UUID NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'queued',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "events" INTEGER NOT NULL DEFAULT 0,
    "phase" TEXT NOT NULL DEFAULT '',
    "error" TEXT,
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DemoLoad_pkey" PRIMARY KEY ("workspaceId")
);

-- AddForeignKey
ALTER TABLE "DemoLoad" ADD CONSTRAINT "DemoLoad_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
