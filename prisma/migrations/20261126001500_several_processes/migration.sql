-- By hand: Prisma would redefine the tables, and dropping the old ones cascades.
ALTER TABLE "Conversation" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Outbox" ADD COLUMN "claimedBy" TEXT;
ALTER TABLE "Outbox" ADD COLUMN "claimedUntil" BIGINT;
ALTER TABLE "Timer" ADD COLUMN "claimedUntil" BIGINT;
