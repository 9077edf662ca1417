-- CreateTable
CREATE TABLE "ProviderSource" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret" TEXT,
    "topicArn" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),
    "lastDeliveryAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProviderSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderDelivery" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "message" TEXT,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "ignored" JSONB NOT NULL DEFAULT '{}',
    "unknown" JSONB NOT NULL DEFAULT '{}',
    "test" BOOLEAN NOT NULL DEFAULT false,
    "body" BYTEA,

    CONSTRAINT "ProviderDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProviderSource_workspaceId_idx" ON "ProviderSource"("workspaceId");

-- CreateIndex
CREATE INDEX "ProviderDelivery_sourceId_receivedAt_idx" ON "ProviderDelivery"("sourceId", "receivedAt");

-- CreateIndex
CREATE INDEX "ProviderDelivery_receivedAt_idx" ON "ProviderDelivery"("receivedAt");

-- AddForeignKey
ALTER TABLE "ProviderSource" ADD CONSTRAINT "ProviderSource_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProviderDelivery" ADD CONSTRAINT "ProviderDelivery_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "ProviderSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;
