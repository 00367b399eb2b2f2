import type { FlowDocument } from '@/flows/document/flow-document';
import { secretsNamed } from '@/flows/http/secrets-named';
import type { Caller } from '@/lib/auth/caller';
import type { Clock } from '@/lib/clock';
import { audit } from '@/lib/flows/audit';
import { flowDocuments } from '@/lib/flows/flow-documents';
import type { FlowUse } from '@/lib/flows/reference-uses';
import { isUniqueViolation } from '@/lib/flows/unique-violation';
import { Refusal } from '@/lib/refusal';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { Seal } from './seal';
import type { Secrets } from './secrets';

interface SecretsDeps {
  prisma: AdminDatabase;
  clock: Clock;
  seal: Seal;
}

/** The use cases on secrets over the database. What is noted in the audit never holds a value. */
export function createSecrets({ prisma, clock, seal }: SecretsDeps): Secrets {
  return {
    async list({ workspace }) {
      const rows = await prisma.secret.findMany({ where: { workspaceId: workspace.id }, orderBy: { key: 'asc' }, select: { key: true, name: true, updatedAt: true, updatedBy: true } });
      const people = await prisma.user.findMany({ where: { id: { in: rows.map(({ updatedBy }) => updatedBy) } }, select: { id: true, name: true } });
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      return rows.map(({ key, name, updatedAt, updatedBy }) => ({ key, name, updatedAt: Number(updatedAt), updatedBy: nameOf.get(updatedBy) ?? '' }));
    },
    async create(caller, { key, name, value }) {
      const workspaceId = caller.workspace.id;
      const now = clock.now();
      try {
        await prisma.$transaction([
          prisma.secret.create({ data: { workspaceId, key, name, sealed: seal.close({ workspaceId, key }, value), updatedAt: BigInt(now), updatedBy: caller.userId } }),
          audit(prisma, caller, { at: now, action: 'secret.created', target: 'secret', targetId: key, detail: { name } }),
        ]);
      } catch (error) {
        if (isUniqueViolation(error)) throw new Refusal('conflict', 'key-taken');
        throw error;
      }
    },
    async save(caller, { key, name, value }) {
      const workspaceId = caller.workspace.id;
      await mustExist(caller, key);
      const now = clock.now();
      const sealed = value === undefined ? {} : { sealed: seal.close({ workspaceId, key }, value) };
      await prisma.$transaction([
        prisma.secret.update({ where: { workspaceId_key: { workspaceId, key } }, data: { name, ...sealed, updatedAt: BigInt(now), updatedBy: caller.userId } }),
        audit(prisma, caller, { at: now, action: value === undefined ? 'secret.renamed' : 'secret.replaced', target: 'secret', targetId: key, detail: { name } }),
      ]);
    },
    uses: async (caller, key) => ({ flows: await uses(caller, key) }),
    async remove(caller, key) {
      const workspaceId = caller.workspace.id;
      await mustExist(caller, key);
      const flows = await uses(caller, key);
      if (flows.length > 0) throw new Refusal('conflict', 'in-use', { flows });
      await prisma.$transaction([
        prisma.secret.delete({ where: { workspaceId_key: { workspaceId, key } } }),
        audit(prisma, caller, { at: clock.now(), action: 'secret.deleted', target: 'secret', targetId: key, detail: {} }),
      ]);
    },
  };

  async function mustExist(caller: Caller, key: string): Promise<void> {
    if ((await prisma.secret.count({ where: { workspaceId: caller.workspace.id, key } })) === 0) throw new Refusal('not-found', 'secret-gone');
  }

  async function uses(caller: Caller, key: string): Promise<FlowUse[]> {
    const naming = (document: FlowDocument | null): number => Object.values(document?.nodes ?? {}).filter(({ data }) => secretsNamed(data).includes(key)).length;
    const flows = await flowDocuments(prisma, caller.workspace.id);
    return flows
      .map(({ flowId, name, draft, live }) => ({ flowId, name, draft: naming(draft), live: Math.max(0, ...live.map(naming)) }))
      .filter(({ draft, live }) => draft > 0 || live > 0);
  }
}
