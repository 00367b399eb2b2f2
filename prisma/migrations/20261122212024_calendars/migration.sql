-- CreateTable
CREATE TABLE "Calendar" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "spans" TEXT NOT NULL,
    "holidays" TEXT NOT NULL DEFAULT '[]',
    "updatedAt" BIGINT NOT NULL,

    PRIMARY KEY ("workspaceId", "key")
);


