import { describe, expect, it } from 'vitest';
import type { PendingMessage } from './pending-message';
import { reconcile } from './reconcile';
import type { ThreadItem, ThreadMessage } from './view-models';

describe('reconcile', () => {
  it('drops a sent message once the thread has its seq', () => {
    expect(reconcile([row(4)], [pending('k', { status: 'sent', seq: 4 })])).toEqual([]);
  });

  it('keeps a sent message the thread does not have yet', () => {
    const waiting = pending('k', { status: 'sent', seq: 5 });
    expect(reconcile([row(4)], [waiting])).toEqual([waiting]);
  });

  it('recognises a message that the live stream brought before the answer', () => {
    expect(reconcile([row(4, 'reply:k1')], [pending('k1'), pending('k2')]).map((message) => message.key)).toEqual(['k2']);
  });

  it('drops one whose answer was lost although it had arrived', () => {
    expect(reconcile([row(4, 'note:k')], [pending('k', { kind: 'note', status: 'failed', error: 'no-answer' })])).toEqual([]);
  });

  it('does not take an event, or a note of the same key, for a reply', () => {
    const event: ThreadItem = { kind: 'event', seq: 4, code: 'accepted', params: {}, at: 10 };
    expect(reconcile([event, row(1, 'note:k')], [pending('k', { seq: 4, status: 'sent' })])).toHaveLength(1);
  });
});

function row(seq: number, id = `m${seq}`): ThreadMessage {
  return { kind: 'message', seq, id, from: 'agent', agent: { id: 'lea', name: 'Léa' }, parts: [{ kind: 'text', text: 'ok' }], at: 10 };
}

function pending(key: string, more: Partial<PendingMessage> = {}): PendingMessage {
  return { key, kind: 'reply', text: 'ok', at: 10, status: 'sending', seq: null, error: null, ...more };
}
