-- CreateTable
CREATE TABLE "FlowTrigger" (
    "workspaceId" TEXT NOT NULL,
    "flowId" TEXT NOT NULL,
    "triggerId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "event" TEXT NOT NULL DEFAULT '',
    "definition" TEXT NOT NULL,
    "nextAt" BIGINT,
    "lastAt" BIGINT,
    "lastCount" INTEGER,
    "cursor" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL DEFAULT 0,
    "claimedUntil" BIGINT NOT NULL DEFAULT 0,

    PRIMARY KEY ("workspaceId", "flowId", "triggerId"),
    CONSTRAINT "FlowTrigger_workspaceId_flowId_fkey" FOREIGN KEY ("workspaceId", "flowId") REFERENCES "Flow" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "lastFour" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "createdBy" TEXT,
    "lastUsedAt" BIGINT,
    "revokedAt" BIGINT,

    PRIMARY KEY ("workspaceId", "id")
);

-- CreateIndex
CREATE INDEX "FlowTrigger_workspaceId_event_idx" ON "FlowTrigger"("workspaceId", "event");

-- CreateIndex
CREATE INDEX "FlowTrigger_nextAt_idx" ON "FlowTrigger"("nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");
