-- AlterTable
ALTER TABLE "Model" ADD COLUMN     "draftSavedAt" TIMESTAMPTZ(3),
ADD COLUMN     "draftSavedBy" TEXT;

-- CreateTable
CREATE TABLE "KnownPerson" (
    "modelId" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "addedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KnownPerson_pkey" PRIMARY KEY ("modelId","personId")
);

-- CreateTable
CREATE TABLE "PreviewCount" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "modelId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'queued',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "people" INTEGER,
    "error" TEXT,
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PreviewCount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PreviewCount_workspaceId_fingerprint_asOf_idx" ON "PreviewCount"("workspaceId", "fingerprint", "asOf");

-- CreateIndex
CREATE INDEX "PreviewCount_state_usedAt_idx" ON "PreviewCount"("state", "usedAt");

-- AddForeignKey
ALTER TABLE "KnownPerson" ADD CONSTRAINT "KnownPerson_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "Model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewCount" ADD CONSTRAINT "PreviewCount_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
