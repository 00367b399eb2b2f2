import { apiKeyHash, newApiKey } from '@/lib/auth/api-key';
import { audit } from '@/lib/flows/audit';
import { newId } from '@/lib/ids';
import { Refusal } from '@/lib/refusal';
import type { ApiKeys } from './api-keys';
import type { SettingsDeps } from './settings-deps';

/** The use cases on API keys over the database. */
export function createApiKeys({ prisma, clock }: Pick<SettingsDeps, 'prisma' | 'clock'>): ApiKeys {
  return {
    async list(caller) {
      const keys = await prisma.apiKey.findMany({ where: { workspaceId: caller.workspace.id }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
      const makers = await prisma.user.findMany({ where: { id: { in: keys.flatMap(({ createdBy }) => createdBy ?? []) } }, select: { id: true, name: true } });
      const views = keys.map(({ id, name, lastFour, createdAt, createdBy, lastUsedAt, revokedAt }) => ({
        id, name, lastFour,
        createdAt: Number(createdAt),
        createdBy: makers.find((maker) => maker.id === createdBy)?.name ?? null,
        lastUsedAt: lastUsedAt === null ? null : Number(lastUsedAt),
        revokedAt: revokedAt === null ? null : Number(revokedAt),
      }));
      return [...views.filter(({ revokedAt }) => revokedAt === null), ...views.filter(({ revokedAt }) => revokedAt !== null)];
    },
    async create(caller, { name }) {
      const [id, key, now] = [newId(), newApiKey(), clock.now()];
      const lastFour = key.slice(-4);
      await prisma.$transaction([
        prisma.apiKey.create({ data: { workspaceId: caller.workspace.id, id, name, hash: apiKeyHash(key), lastFour, createdAt: BigInt(now), createdBy: caller.userId } }),
        audit(prisma, caller, { at: now, action: 'api-key.created', target: 'api-key', targetId: id, detail: { name, lastFour } }),
      ]);
      return { id, key };
    },
    async revoke(caller, id) {
      const workspaceId = caller.workspace.id;
      const found = await prisma.apiKey.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      if (!found) throw new Refusal('not-found', 'api-key-gone');
      if (found.revokedAt !== null) return;
      const now = clock.now();
      await prisma.$transaction([
        prisma.apiKey.update({ where: { workspaceId_id: { workspaceId, id } }, data: { revokedAt: BigInt(now) } }),
        audit(prisma, caller, { at: now, action: 'api-key.revoked', target: 'api-key', targetId: id, detail: { name: found.name, lastFour: found.lastFour } }),
      ]);
    },
  };
}
