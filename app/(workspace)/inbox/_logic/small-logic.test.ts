import { describe, expect, it } from 'vitest';
import { age } from './age';
import { deliveryState } from './delivery-state';
import { maskPhone } from './mask-phone';
import { neighbour } from './neighbour';
import { sendKey } from './send-key';
import { TEXT_LIMIT, textLimit } from './text-limit';
import { SILENT, typingSignal } from './typing-signal';

describe('deliveryState', () => {
  it('says the furthest the message got', () => {
    const receipts = { delivered: 5, read: 3 };
    expect([3, 4, 5, 6].map((seq) => deliveryState(seq, receipts))).toEqual(['read', 'delivered', 'delivered', 'sent']);
  });
});

describe('maskPhone', () => {
  it('keeps the country, one digit and the last four', () => {
    expect(maskPhone('+33 612 34 41 08')).toBe('+33 6 •• •• 41 08');
    expect(maskPhone('0612344108')).toBe('06 •• •• 41 08');
  });

  it('hides a short number altogether', () => {
    expect(maskPhone('3631')).toBe('••••');
  });
});

describe('neighbour', () => {
  it('walks, stops at the ends and starts anywhere', () => {
    expect(neighbour(['a', 'b'], 'a', 1)).toBe('b');
    expect(neighbour(['a', 'b'], 'b', 1)).toBe('b');
    expect(neighbour(['a', 'b'], null, 1)).toBe('a');
    expect(neighbour(['a', 'b'], 'gone', -1)).toBe('b');
    expect(neighbour([], 'a', 1)).toBeNull();
  });
});

describe('sendKey', () => {
  it('leaves Enter to new lines and to input methods', () => {
    const enter = { key: 'Enter', shiftKey: false, altKey: false, isComposing: false };
    expect(sendKey(enter)).toBe(true);
    expect(sendKey({ ...enter, shiftKey: true })).toBe(false);
    expect(sendKey({ ...enter, isComposing: true })).toBe(false);
  });
});

describe('textLimit', () => {
  it('shows the count from four fifths of the limit', () => {
    expect(textLimit('x'.repeat(3276)).shown).toBe(false);
    expect(textLimit('x'.repeat(3277)).shown).toBe(true);
    expect(textLimit('x'.repeat(TEXT_LIMIT)).over).toBe(false);
    expect(textLimit('x'.repeat(TEXT_LIMIT + 1)).over).toBe(true);
  });

  it('finds nothing to send in spaces and invisible characters', () => {
    expect(textLimit(' \n\u200b\u2060\u202e ').blank).toBe(true);
    expect(textLimit('\u200b.').blank).toBe(false);
  });
});

describe('typingSignal', () => {
  it('says so at the first letter, again after three seconds, and once when it ends', () => {
    expect(typingSignal(SILENT, true, 10_000)).toBe(true);
    expect(typingSignal({ active: true, at: 10_000 }, true, 12_999)).toBeNull();
    expect(typingSignal({ active: true, at: 10_000 }, true, 13_000)).toBe(true);
    expect(typingSignal({ active: true, at: 10_000 }, false, 10_001)).toBe(false);
    expect(typingSignal(SILENT, false, 10_001)).toBeNull();
  });
});

describe('age', () => {
  it('says one unit and never a negative one', () => {
    expect([-5, 59_999, 60_000, 3_599_999, 3_600_000, 86_400_000].map((ms) => age(ms))).toEqual([
      { unit: 'seconds', count: 0 },
      { unit: 'seconds', count: 59 },
      { unit: 'minutes', count: 1 },
      { unit: 'minutes', count: 59 },
      { unit: 'hours', count: 1 },
      { unit: 'days', count: 1 },
    ]);
  });
});
