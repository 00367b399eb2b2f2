import { describe, expect, it } from 'vitest';
import { exitWords } from './exit-words';

const step = { nodeId: 'n', type: 'choices', title: {}, at: 0 };

describe('exitWords', () => {
  it('repeats the words of the button the customer chose, in the reader’s language', () => {
    expect(exitWords({ ...step, port: 'option:a', portLabel: { en: 'Refund', fr: 'Remboursement' } }, 'fr')).toEqual({ kind: 'chose', label: 'Remboursement' });
  });

  it('names a way out of the step type', () => {
    expect(exitWords({ ...step, port: 'no-match', portLabel: { key: 'no-match' } }, 'fr')).toEqual({ kind: 'exit', label: 'pas compris' });
    expect(exitWords({ ...step, port: 'no-match', portLabel: { key: 'no-match' } }, 'en')).toEqual({ kind: 'exit', label: 'not understood' });
  });

  it('has nothing to say of a straight line, and tells where the customer rests', () => {
    expect(exitWords({ ...step, port: 'next' }, 'en')).toEqual({ kind: 'straight' });
    expect(exitWords(step, 'en')).toEqual({ kind: 'here' });
  });

  it('falls back to the port’s own name', () => {
    expect(exitWords({ ...step, type: 'unheard-of', port: 'x', portLabel: { key: 'x' } }, 'en')).toEqual({ kind: 'exit', label: 'x' });
  });
});
