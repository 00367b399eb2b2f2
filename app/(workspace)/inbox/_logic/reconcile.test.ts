import { describe, expect, it } from 'vitest';
import type { PendingMessage } from './pending-message';
import { reconcile } from './reconcile';
import type { ThreadMessage } from './view-models';

describe('reconcile', () => {
  it('drops a sent message once the thread has its seq', () => {
    expect(reconcile([row(4, 'Bonjour')], [pending('k', 'Bonjour', { status: 'sent', seq: 4 })], 'lea')).toEqual([]);
  });

  it('keeps a sent message the thread does not have yet', () => {
    const waiting = pending('k', 'Bonjour', { status: 'sent', seq: 5 });
    expect(reconcile([row(4, 'Bonjour')], [waiting], 'lea')).toEqual([waiting]);
  });

  it('recognises a message that the live stream brought before the answer', () => {
    expect(reconcile([row(4, 'Bonjour')], [pending('k', 'Bonjour')], 'lea')).toEqual([]);
  });

  it('keeps the second of two equal texts while only one has arrived', () => {
    const left = reconcile([row(4, 'ok')], [pending('k1', 'ok'), pending('k2', 'ok')], 'lea');
    expect(left.map((message) => message.key)).toEqual(['k2']);
  });

  it('does not take an older equal text, a colleague’s, or a note for it', () => {
    const mine = pending('k', 'ok', { at: 1_000_000 });
    expect(reconcile([row(1, 'ok', { at: 1 })], [mine], 'lea')).toHaveLength(1);
    expect(reconcile([row(1, 'ok', { agent: { id: 'karim', name: 'Karim' } })], [pending('k', 'ok')], 'lea')).toHaveLength(1);
    expect(reconcile([row(1, 'ok', { from: 'note' })], [pending('k', 'ok')], 'lea')).toHaveLength(1);
  });

  it('keeps a failed message in sight though an equal one stands in the thread', () => {
    expect(reconcile([row(4, 'ok')], [pending('k', 'ok', { status: 'failed', error: 'offline' })], 'lea')).toHaveLength(1);
  });
});

function row(seq: number, text: string, more: Partial<ThreadMessage> = {}): ThreadMessage {
  return { kind: 'message', seq, id: `m${seq}`, from: 'agent', agent: { id: 'lea', name: 'Léa' }, parts: [{ kind: 'text', text }], at: 10, ...more };
}

function pending(key: string, text: string, more: Partial<PendingMessage> = {}): PendingMessage {
  return { key, kind: 'reply', text, at: 10, status: 'sending', seq: null, error: null, ...more };
}
