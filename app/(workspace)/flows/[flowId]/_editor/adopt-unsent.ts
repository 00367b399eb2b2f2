import type { EditorStore } from './editor-store';
import { rebase } from './rebase';
import type { SendResult } from './autosave';
import { tryApply } from './try-apply';
import type { UnsentRecord } from './unsent-record';

type Send = (batch: { baseRevision: number; operations: UnsentRecord['operations'] }) => Promise<SendResult>;

/**
 * Takes over what a tab that is gone had not sent: first asks the server for the answer that tab was waiting for, then
 * puts the rest on what is drawn here, clashes beside it. Returns how many changes came back. Throws, with nothing
 * taken, when the server cannot be reached.
 */
export async function adoptUnsent(store: EditorStore, record: UnsentRecord, send: Send, catchUp: () => Promise<void>): Promise<number> {
  const { base, operations } = await settled(record, send);
  await catchUp();
  const { document, pending, conflicts, save } = store.getState();
  const result = rebase(base, document, operations);
  store.setState({
    document: result.document,
    pending: [...pending, ...result.kept],
    conflicts: [...conflicts, ...record.conflicts, ...result.conflicts],
    ...(result.kept.length > 0 && save === 'saved' && { save: 'waiting' as const }),
  });
  return result.kept.length + result.conflicts.length + record.conflicts.length;
}

/** The record without what has arrived. */
async function settled({ base, revision, operations, sending }: UnsentRecord, send: Send): Promise<Pick<UnsentRecord, 'base' | 'operations'>> {
  if (sending === 0) return { base, operations };
  const sent = operations.slice(0, sending);
  const { outcome } = await send({ baseRevision: revision, operations: sent });
  if (outcome !== 'saved') return { base, operations };
  return { base: sent.reduce((before, operation) => tryApply(before, operation)?.document ?? before, base), operations: operations.slice(sending) };
}
