import type { Clock } from '@/lib/clock';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { apiKeyHash } from './api-key';

/** Whose key it is; null for one that is unknown or revoked. */
export type ApiKeyLookup = (key: string) => Promise<{ workspaceId: string; id: string } | null>;

/** The use of a key is written at most this often. */
const COARSE_MS = 60_000;

/** Looks keys up in the database, every time: a revoked key is refused from then on. */
export function createApiKeyLookup(prisma: AdminDatabase, clock: Clock): ApiKeyLookup {
  return async (key) => {
    const row = await prisma.apiKey.findUnique({ where: { hash: apiKeyHash(key) } });
    if (!row || row.revokedAt !== null) return null;
    const { workspaceId, id, lastUsedAt } = row;
    const now = clock.now();
    if (lastUsedAt === null || now - Number(lastUsedAt) >= COARSE_MS) {
      await prisma.apiKey.updateMany({ where: { workspaceId, id }, data: { lastUsedAt: BigInt(now - (now % COARSE_MS)) } });
    }
    return { workspaceId, id };
  };
}
