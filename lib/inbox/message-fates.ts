import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { MessageFate } from './inbox-views';

/**
 * What became of messages that a channel sends and that did not simply arrive, by message sequence. Web chat keeps no
 * such rows: its message is its own delivery.
 */
export async function messageFates(
  prisma: AdminDatabase,
  key: { workspaceId: string; conversationId: string },
  epoch: number,
  acceptances: readonly { epoch: number; at: number }[],
): Promise<ReadonlyMap<number, MessageFate>> {
  const rows = await prisma.outbox.findMany({ where: { ...key, kind: 'message.send' }, orderBy: { seq: 'desc' }, take: 500 });
  return new Map(
    rows.flatMap((row) => {
      const { author, messageSeq } = JSON.parse(row.payload) as { author?: string; messageSeq?: number };
      const fate = author === undefined || messageSeq === undefined ? null : fateOf({ ...row, old: author === 'bot' && row.epoch < epoch }, acceptances);
      return fate && messageSeq !== undefined ? [[messageSeq, fate] as const] : [];
    }),
  );
}

interface Row {
  state: string;
  /** The assistant's, of an older epoch than the conversation's. */
  old: boolean;
  epoch: number;
  markedAt: bigint | null;
  doneAt: bigint | null;
}

function fateOf({ state, old, epoch, markedAt, doneAt }: Row, acceptances: readonly { epoch: number; at: number }[]): MessageFate | null {
  if (state === 'dead' || state === 'discarded') return 'failed';
  // Still in the outbox, and certain to be dropped there.
  if (state === 'dropped' || (state === 'pending' && old)) return 'not-sent';
  const accepted = acceptances.find((acceptance) => acceptance.epoch > epoch);
  if (!old || !accepted || markedAt === null) return null;
  const ended = doneAt === null ? Infinity : Number(doneAt);
  return Number(markedAt) <= accepted.at && ended >= accepted.at ? 'just-before' : null;
}
