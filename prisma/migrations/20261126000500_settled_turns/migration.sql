ALTER TABLE "InboundEvent" ADD COLUMN "settledAt" BIGINT;
ALTER TABLE "InboundEvent" ADD COLUMN "settledBy" TEXT;
ALTER TABLE "InboundEvent" ADD COLUMN "settledHow" TEXT;
CREATE INDEX "InboundEvent_workspaceId_quarantinedAt_idx" ON "InboundEvent"("workspaceId", "quarantinedAt");
