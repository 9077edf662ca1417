-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "refoldSince" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ContactPoint" (
    "versionId" UUID NOT NULL,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "contacts" INTEGER NOT NULL,
    "stars" JSONB NOT NULL,

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("versionId","asOf")
);

-- CreateTable
CREATE TABLE "Truncation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "before" TIMESTAMPTZ(3) NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'queued',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "effect" JSONB NOT NULL,
    "error" TEXT,
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Truncation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Truncation_workspaceId_createdAt_idx" ON "Truncation"("workspaceId", "createdAt");

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ModelVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Truncation" ADD CONSTRAINT "Truncation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
