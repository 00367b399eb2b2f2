import { describe, expect, it } from 'vitest';
import { mergeThread } from './merge-thread';
import type { ThreadItem } from './view-models';

describe('mergeThread', () => {
  it('adds a new message at its time', () => {
    expect(seqs(mergeThread([message(1, 10), message(3, 30)], message(2, 20)))).toEqual([1, 2, 3]);
  });

  it('puts what arrives later after what happened at the same instant', () => {
    expect(seqs(mergeThread([message(1, 10)], message(2, 10)))).toEqual([1, 2]);
  });

  it('replaces a message it already has', () => {
    const merged = mergeThread([message(1, 10, 'old'), message(2, 20)], message(1, 10, 'new'));
    expect(merged).toHaveLength(2);
    expect(merged[0]).toMatchObject({ parts: [{ text: 'new' }] });
  });

  it('does not take an event for the message of the same number', () => {
    const merged = mergeThread([message(1, 10)], { kind: 'event', seq: 1, code: 'queued', params: {}, at: 10 });
    expect(merged).toHaveLength(2);
  });
});

function message(seq: number, at: number, text = 't'): ThreadItem {
  return { kind: 'message', seq, id: `m${seq}`, from: 'customer', parts: [{ kind: 'text', text }], at };
}

function seqs(items: readonly ThreadItem[]): number[] {
  return items.map((item) => item.seq);
}
