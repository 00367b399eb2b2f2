-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "knowledgeVersion" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "removedAt" BIGINT,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "MembershipRole" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "MembershipRole_pkey" PRIMARY KEY ("workspaceId","userId","role")
);

-- CreateTable
CREATE TABLE "AgentProfile" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "presence" TEXT NOT NULL DEFAULT 'offline',
    "presenceAt" BIGINT NOT NULL,
    "capacity" INTEGER NOT NULL DEFAULT 4,
    "idleSince" BIGINT NOT NULL,

    CONSTRAINT "AgentProfile_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "Skill" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Skill_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "Secret" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Secret_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "AgentSkill" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "skillKey" TEXT NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "AgentSkill_pkey" PRIMARY KEY ("workspaceId","userId","skillKey")
);

-- CreateTable
CREATE TABLE "Queue" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Queue_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "QueueMember" (
    "workspaceId" TEXT NOT NULL,
    "queueKey" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "QueueMember_pkey" PRIMARY KEY ("workspaceId","queueKey","userId")
);

-- CreateTable
CREATE TABLE "Calendar" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "spans" TEXT NOT NULL,
    "holidays" TEXT NOT NULL DEFAULT '[]',
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "Calendar_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "Flow" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "draftRevision" INTEGER NOT NULL DEFAULT 0,
    "publishedRevision" INTEGER,
    "publishedVersionId" TEXT,
    "archivedAt" BIGINT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "updatedBy" TEXT,

    CONSTRAINT "Flow_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "FlowVersion" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "flowId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "compiled" TEXT,
    "hash" TEXT NOT NULL,
    "note" TEXT,
    "publishedBy" TEXT,
    "publishedAt" BIGINT NOT NULL,

    CONSTRAINT "FlowVersion_pkey" PRIMARY KEY ("workspaceId","id")
);

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

    CONSTRAINT "FlowTrigger_pkey" PRIMARY KEY ("workspaceId","flowId","triggerId")
);

-- CreateTable
CREATE TABLE "FlowOperation" (
    "workspaceId" TEXT NOT NULL,
    "flowId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "operations" TEXT NOT NULL,
    "authorId" TEXT,
    "at" BIGINT NOT NULL,

    CONSTRAINT "FlowOperation_pkey" PRIMARY KEY ("workspaceId","flowId","revision")
);

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

    CONSTRAINT "FlowTest_pkey" PRIMARY KEY ("workspaceId","id")
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

    CONSTRAINT "Article_pkey" PRIMARY KEY ("workspaceId","id")
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

    CONSTRAINT "UnansweredQuestion_pkey" PRIMARY KEY ("workspaceId","language","words")
);

-- CreateTable
CREATE TABLE "ChannelConnection" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" TEXT NOT NULL DEFAULT '{}',
    "secrets" TEXT NOT NULL DEFAULT '{}',
    "flowId" TEXT,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "ChannelConnection_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Profile" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "locale" TEXT,
    "attributes" TEXT NOT NULL DEFAULT '{}',
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "Profile_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "profileId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "profileId" TEXT NOT NULL,
    "threadKey" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "agentId" TEXT,
    "queueKey" TEXT,
    "enqueuedAt" BIGINT,
    "offeredTo" TEXT,
    "offeredAt" BIGINT,
    "offerReason" TEXT,
    "declinedBy" TEXT NOT NULL DEFAULT '[]',
    "requirement" TEXT,
    "handoffId" TEXT,
    "caseNumber" INTEGER NOT NULL DEFAULT 0,
    "segmentNumber" INTEGER NOT NULL DEFAULT 0,
    "sessionId" TEXT,
    "sessionNumber" INTEGER NOT NULL DEFAULT 0,
    "inboundSeq" INTEGER NOT NULL DEFAULT 0,
    "drainedSeq" INTEGER NOT NULL DEFAULT 0,
    "messageSeq" INTEGER NOT NULL DEFAULT 0,
    "eventSeq" INTEGER NOT NULL DEFAULT 0,
    "outboxSeq" INTEGER NOT NULL DEFAULT 0,
    "preview" TEXT NOT NULL DEFAULT '',
    "previewFrom" TEXT NOT NULL DEFAULT '',
    "lastMessageAt" BIGINT,
    "unread" INTEGER NOT NULL DEFAULT 0,
    "deliveredSeq" INTEGER NOT NULL DEFAULT 0,
    "readSeq" INTEGER NOT NULL DEFAULT 0,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "closedAt" BIGINT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Case" (
    "workspaceId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "openedAt" BIGINT NOT NULL,
    "firstReplyAt" BIGINT,
    "firstAgentAt" BIGINT,
    "handedOffAt" BIGINT,
    "closedAt" BIGINT,
    "handledBy" TEXT,
    "closedBy" TEXT,
    "disposition" TEXT,
    "flowVersionId" TEXT,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("workspaceId","conversationId","number")
);

-- CreateTable
CREATE TABLE "Segment" (
    "workspaceId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "caseNumber" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "agentId" TEXT,
    "queueKey" TEXT,
    "startedAt" BIGINT NOT NULL,
    "endedAt" BIGINT,

    CONSTRAINT "Segment_pkey" PRIMARY KEY ("workspaceId","conversationId","number")
);

-- CreateTable
CREATE TABLE "Message" (
    "workspaceId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "caseNumber" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "authorId" TEXT,
    "content" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "sentAt" BIGINT NOT NULL,
    "deliveredAt" BIGINT,
    "readAt" BIGINT,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("workspaceId","conversationId","seq")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "messageSeq" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ConversationEvent" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT,
    "seq" INTEGER NOT NULL,
    "caseNumber" INTEGER NOT NULL,
    "messageSeq" INTEGER NOT NULL DEFAULT 0,
    "type" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "agentId" TEXT,
    "params" TEXT NOT NULL DEFAULT '{}',
    "at" BIGINT NOT NULL,

    CONSTRAINT "ConversationEvent_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "InboundEvent" (
    "workspaceId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "processedAt" BIGINT,
    "outcome" TEXT,
    "quarantinedAt" BIGINT,
    "error" TEXT,
    "settledAt" BIGINT,
    "settledBy" TEXT,
    "settledHow" TEXT,

    CONSTRAINT "InboundEvent_pkey" PRIMARY KEY ("workspaceId","conversationId","seq")
);

-- CreateTable
CREATE TABLE "FlowSession" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "caseNumber" INTEGER NOT NULL,
    "flowVersionId" TEXT NOT NULL,
    "compiler" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "endedAt" BIGINT,

    CONSTRAINT "FlowSession_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "StepLog" (
    "workspaceId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "conversationId" TEXT NOT NULL,
    "inboundSeq" INTEGER NOT NULL,
    "flowVersionId" TEXT NOT NULL,
    "compiler" TEXT NOT NULL,
    "rng" BIGINT NOT NULL,
    "event" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "effects" TEXT NOT NULL,
    "trace" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "StepLog_pkey" PRIMARY KEY ("workspaceId","sessionId","seq")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" BIGINT NOT NULL,
    "markedAt" BIGINT,
    "doneAt" BIGINT,
    "lastError" TEXT,
    "claimedBy" TEXT,
    "claimedUntil" BIGINT,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Timer" (
    "workspaceId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "timerId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "fireAt" BIGINT NOT NULL,
    "claimedUntil" BIGINT,

    CONSTRAINT "Timer_pkey" PRIMARY KEY ("workspaceId","sessionId","timerId")
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

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "AgentSkill_workspaceId_skillKey_idx" ON "AgentSkill"("workspaceId", "skillKey");

-- CreateIndex
CREATE INDEX "QueueMember_workspaceId_userId_idx" ON "QueueMember"("workspaceId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "FlowVersion_workspaceId_flowId_number_key" ON "FlowVersion"("workspaceId", "flowId", "number");

-- CreateIndex
CREATE INDEX "FlowTrigger_workspaceId_event_idx" ON "FlowTrigger"("workspaceId", "event");

-- CreateIndex
CREATE INDEX "FlowTrigger_nextAt_idx" ON "FlowTrigger"("nextAt");

-- CreateIndex
CREATE INDEX "FlowTest_workspaceId_flowId_idx" ON "FlowTest"("workspaceId", "flowId");

-- CreateIndex
CREATE INDEX "UnansweredQuestion_workspaceId_settledAt_lastAskedAt_idx" ON "UnansweredQuestion"("workspaceId", "settledAt", "lastAskedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelConnection_publicKey_key" ON "ChannelConnection"("publicKey");

-- CreateIndex
CREATE INDEX "ChannelConnection_workspaceId_flowId_idx" ON "ChannelConnection"("workspaceId", "flowId");

-- CreateIndex
CREATE INDEX "Identity_workspaceId_profileId_idx" ON "Identity"("workspaceId", "profileId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_workspaceId_connectionId_externalId_key" ON "Identity"("workspaceId", "connectionId", "externalId");

-- CreateIndex
CREATE INDEX "Conversation_workspaceId_owner_enqueuedAt_idx" ON "Conversation"("workspaceId", "owner", "enqueuedAt");

-- CreateIndex
CREATE INDEX "Conversation_workspaceId_agentId_idx" ON "Conversation"("workspaceId", "agentId");

-- CreateIndex
CREATE INDEX "Conversation_workspaceId_offeredTo_idx" ON "Conversation"("workspaceId", "offeredTo");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_workspaceId_identityId_threadKey_key" ON "Conversation"("workspaceId", "identityId", "threadKey");

-- CreateIndex
CREATE INDEX "Case_workspaceId_openedAt_idx" ON "Case"("workspaceId", "openedAt");

-- CreateIndex
CREATE INDEX "Case_workspaceId_flowVersionId_closedAt_idx" ON "Case"("workspaceId", "flowVersionId", "closedAt");

-- CreateIndex
CREATE INDEX "Attachment_workspaceId_conversationId_messageSeq_idx" ON "Attachment"("workspaceId", "conversationId", "messageSeq");

-- CreateIndex
CREATE INDEX "ConversationEvent_workspaceId_conversationId_seq_idx" ON "ConversationEvent"("workspaceId", "conversationId", "seq");

-- CreateIndex
CREATE INDEX "ConversationEvent_workspaceId_at_idx" ON "ConversationEvent"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "InboundEvent_workspaceId_quarantinedAt_idx" ON "InboundEvent"("workspaceId", "quarantinedAt");

-- CreateIndex
CREATE UNIQUE INDEX "InboundEvent_workspaceId_conversationId_key_key" ON "InboundEvent"("workspaceId", "conversationId", "key");

-- CreateIndex
CREATE INDEX "FlowSession_workspaceId_conversationId_idx" ON "FlowSession"("workspaceId", "conversationId");

-- CreateIndex
CREATE INDEX "StepLog_workspaceId_conversationId_idx" ON "StepLog"("workspaceId", "conversationId");

-- CreateIndex
CREATE INDEX "Outbox_state_nextAttemptAt_idx" ON "Outbox"("state", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_workspaceId_conversationId_seq_key" ON "Outbox"("workspaceId", "conversationId", "seq");

-- CreateIndex
CREATE INDEX "Timer_fireAt_idx" ON "Timer"("fireAt");

-- CreateIndex
CREATE INDEX "Timer_workspaceId_conversationId_idx" ON "Timer"("workspaceId", "conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_workspaceId_at_idx" ON "AuditEntry"("workspaceId", "at");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipRole" ADD CONSTRAINT "MembershipRole_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentProfile" ADD CONSTRAINT "AgentProfile_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentSkill" ADD CONSTRAINT "AgentSkill_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "AgentProfile"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentSkill" ADD CONSTRAINT "AgentSkill_workspaceId_skillKey_fkey" FOREIGN KEY ("workspaceId", "skillKey") REFERENCES "Skill"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueueMember" ADD CONSTRAINT "QueueMember_workspaceId_queueKey_fkey" FOREIGN KEY ("workspaceId", "queueKey") REFERENCES "Queue"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueueMember" ADD CONSTRAINT "QueueMember_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "AgentProfile"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlowVersion" ADD CONSTRAINT "FlowVersion_workspaceId_flowId_fkey" FOREIGN KEY ("workspaceId", "flowId") REFERENCES "Flow"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlowTrigger" ADD CONSTRAINT "FlowTrigger_workspaceId_flowId_fkey" FOREIGN KEY ("workspaceId", "flowId") REFERENCES "Flow"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlowOperation" ADD CONSTRAINT "FlowOperation_workspaceId_flowId_fkey" FOREIGN KEY ("workspaceId", "flowId") REFERENCES "Flow"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlowTest" ADD CONSTRAINT "FlowTest_workspaceId_flowId_fkey" FOREIGN KEY ("workspaceId", "flowId") REFERENCES "Flow"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelConnection" ADD CONSTRAINT "ChannelConnection_workspaceId_flowId_fkey" FOREIGN KEY ("workspaceId", "flowId") REFERENCES "Flow"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_workspaceId_profileId_fkey" FOREIGN KEY ("workspaceId", "profileId") REFERENCES "Profile"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_workspaceId_connectionId_fkey" FOREIGN KEY ("workspaceId", "connectionId") REFERENCES "ChannelConnection"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_workspaceId_identityId_fkey" FOREIGN KEY ("workspaceId", "identityId") REFERENCES "Identity"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationEvent" ADD CONSTRAINT "ConversationEvent_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundEvent" ADD CONSTRAINT "InboundEvent_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlowSession" ADD CONSTRAINT "FlowSession_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StepLog" ADD CONSTRAINT "StepLog_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Timer" ADD CONSTRAINT "Timer_workspaceId_conversationId_fkey" FOREIGN KEY ("workspaceId", "conversationId") REFERENCES "Conversation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What was accepted and is not processed, found without reading every conversation; a schema cannot say "where".
CREATE INDEX "Conversation_undrained_idx" ON "Conversation"("workspaceId", "id") WHERE "drainedSeq" < "inboundSeq";
