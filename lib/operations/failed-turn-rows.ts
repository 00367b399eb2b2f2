import { readStoredDocument } from '@/lib/flows/read-stored-document';
import { agentNames } from '@/lib/inbox/agent-names';
import type { Prisma } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { playableMessage, storedFailure } from './stored-failure';
import type { FailedTurnRow, NotPlayable } from './operations-views';

export const FAILED_TURN = {
  conversation: { select: { owner: true, epoch: true, language: true, identity: { select: { profile: { select: { name: true } } } }, cases: { select: { number: true, flowVersionId: true } } } },
} satisfies Prisma.InboundEventInclude;
export type StoredTurn = Prisma.InboundEventGetPayload<{ include: typeof FAILED_TURN }>;

/** Failed turns as they are shown, with the names of their flows and steps as these were in the version that failed. */
export async function failedTurnRows(prisma: AdminDatabase, workspaceId: string, stored: readonly StoredTurn[]): Promise<FailedTurnRow[]> {
  const failures = stored.map(({ error }) => storedFailure(error));
  const versionIds = [...new Set(failures.flatMap((failure, index) => failure.flowVersionId ?? lastVersion(stored[index])))];
  const [versions, names] = await Promise.all([
    prisma.flowVersion.findMany({ where: { workspaceId, id: { in: versionIds } }, select: { id: true, number: true, document: true, flow: { select: { id: true, name: true } } } }),
    agentNames(prisma, workspaceId, stored.map(({ settledBy }) => settledBy)),
  ]);
  const known = new Map(versions.map((version) => [version.id, { ...version, nodes: readStoredDocument(version.document)?.nodes ?? {} }]));
  return stored.map((turn, index) => {
    const failure = failures[index] ?? storedFailure(null);
    const version = known.get(failure.flowVersionId ?? lastVersion(turn)[0] ?? '');
    const nodeId = failure.node ?? '';
    return {
      conversationId: turn.conversationId,
      seq: turn.seq,
      at: Number(turn.quarantinedAt),
      event: turn.type,
      customer: turn.conversation.identity.profile.name,
      flow: version ? { ...version.flow, number: version.number } : null,
      step: nodeId === '' ? null : { id: nodeId, title: version?.nodes[nodeId]?.title ?? {} },
      reason: failure.code,
      detail: failure.detail,
      settled: turn.settledAt === null ? null : { at: Number(turn.settledAt), how: turn.settledHow === 'replayed' ? 'replayed' : 'put-aside', by: names.get(turn.settledBy ?? '') ?? null },
      notPlayable: notPlayable(turn),
    };
  });
}

/** Why it cannot be played again as things stand. */
export function notPlayable({ settledAt, payload, conversation }: StoredTurn): NotPlayable | null {
  if (settledAt !== null) return 'turn-settled';
  if (!playableMessage(payload)) return 'turn-not-playable';
  if (conversation.owner === 'closed') return 'turn-over';
  return conversation.owner === 'agent' || conversation.owner === 'snoozed' ? 'turn-held' : null;
}

/** A failure that names no version happened under the version of the conversation's latest case. */
function lastVersion(turn: StoredTurn | undefined): string[] {
  const last = turn?.conversation.cases.toSorted((a, b) => a.number - b.number).at(-1)?.flowVersionId;
  return last ? [last] : [];
}
