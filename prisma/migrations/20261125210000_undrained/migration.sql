-- Conversations with accepted events that no turn has processed: hardly ever one, and found without reading the others.
-- Prisma's schema language has no partial indexes, so that this one stands in the migrations only.
CREATE INDEX "Conversation_undrained_idx" ON "Conversation"("workspaceId", "id") WHERE "drainedSeq" < "inboundSeq";
