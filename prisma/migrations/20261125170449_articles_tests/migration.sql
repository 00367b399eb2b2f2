-- CreateTable
CREATE TABLE "FlowTest" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "flowId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "script" TEXT NOT NULL,
    "transcript" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "createdBy" TEXT,
    "updatedAt" BIGINT NOT NULL,
    "updatedBy" TEXT,

    PRIMARY KEY ("workspaceId", "id"),
    CONSTRAINT "FlowTest_workspaceId_flowId_fkey" FOREIGN KEY ("workspaceId", "flowId") REFERENCES "Flow" ("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Article" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "phrasings" TEXT NOT NULL DEFAULT '{}',
    "answer" TEXT NOT NULL,
    "tags" TEXT NOT NULL DEFAULT '[]',
    "validFrom" BIGINT,
    "validTo" BIGINT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "archivedAt" BIGINT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "updatedBy" TEXT,

    PRIMARY KEY ("workspaceId", "id")
);

-- CreateTable
CREATE TABLE "UnansweredQuestion" (
    "workspaceId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "firstAskedAt" BIGINT NOT NULL,
    "lastAskedAt" BIGINT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "settledAt" BIGINT,
    "settledBy" TEXT,

    PRIMARY KEY ("workspaceId", "language", "words")
);

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN "knowledgeVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "FlowTest_workspaceId_flowId_idx" ON "FlowTest"("workspaceId", "flowId");

-- CreateIndex
CREATE INDEX "UnansweredQuestion_workspaceId_settledAt_lastAskedAt_idx" ON "UnansweredQuestion"("workspaceId", "settledAt", "lastAskedAt");
