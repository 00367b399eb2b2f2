import type { ScheduleTrigger } from '@/flows/document/trigger';
import type { JsonObject } from '@/flows/document/json';
import { evaluateCondition } from '@/flows/expressions/condition';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

interface Wanted {
  workspaceId: string;
  flowId: string;
  audience: ScheduleTrigger['audience'];
  /** Id of the last conversation looked at; empty at the beginning. */
  after: string;
}

const PAGE = 100;

/**
 * The next page of a schedule's audience: ids of the conversations whose contact satisfies the condition. One whose
 * attributes do not let it be decided does not. `cursor` is where the next page begins.
 */
export async function matchingContacts(prisma: AdminDatabase, { workspaceId, flowId, audience, after }: Wanted): Promise<{ matching: string[]; cursor: string; more: boolean }> {
  const connections = await prisma.channelConnection.findMany({
    where: { workspaceId, ...(audience.connection === null ? { flowId } : { publicKey: audience.connection }) },
    select: { id: true },
  });
  const rows = await prisma.conversation.findMany({
    where: { workspaceId, connectionId: { in: connections.map(({ id }) => id) }, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: { id: true, identity: { select: { profile: true } } },
  });
  const matching = rows.filter(({ identity: { profile } }) => {
    if (audience.condition.trim() === '') return true;
    const { name, email, phone, locale } = profile;
    const decided = evaluateCondition(audience.condition, { contact: { name, email, phone, locale, attributes: JSON.parse(profile.attributes) as JsonObject } });
    return decided.ok && decided.value;
  });
  return { matching: matching.map(({ id }) => id), cursor: rows.at(-1)?.id ?? after, more: rows.length === PAGE };
}
