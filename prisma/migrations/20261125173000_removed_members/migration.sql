-- AlterTable
ALTER TABLE "Membership" ADD COLUMN "removedAt" BIGINT;
