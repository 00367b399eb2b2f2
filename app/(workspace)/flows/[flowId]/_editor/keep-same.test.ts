import { describe, expect, it } from 'vitest';
import { keepSame } from './keep-same';

const before = [{ id: 'a', at: { x: 1 } }, { id: 'b', at: { x: 2 } }];

describe('keepSame', () => {
  it('is the old list when nothing differs', () => {
    expect(keepSame(before, structuredClone(before))).toBe(before);
  });

  it('keeps the elements that are equal and takes the others', () => {
    const next = keepSame(before, [{ id: 'b', at: { x: 2 } }, { id: 'a', at: { x: 9 } }]);
    expect(next[0]).toBe(before[1]);
    expect(next[1]).toEqual({ id: 'a', at: { x: 9 } });
  });

  it('sees that one has gone', () => {
    expect(keepSame(before, before.slice(0, 1))).toEqual([{ id: 'a', at: { x: 1 } }]);
  });
});
