import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '@/flows/expressions/format';
import type { AnswerRule } from './answer-rule';
import { parseAnswer } from './parse-answer';

interface Group {
  rule: AnswerRule;
  language: string;
  cases: [text: string, value: string | number | null][];
}
const { now, languages, groups } = JSON.parse(readFileSync(new URL('./parse-answer.cases.json', import.meta.url), 'utf8')) as { now: string; languages: string[]; groups: Group[] };
const circumstances = { now: Date.parse(now), languages };

describe('parseAnswer()', () => {
  describe.each(groups.map((group) => [`${JSON.stringify(group.rule).slice(0, 60)} in ${group.language}`, group] as const))('%s', (_name, { rule, language, cases }) => {
    it.each(cases)('%j → %j', (text, value) => {
      expect(parseAnswer(text, rule, { ...circumstances, language })).toMatchObject(value === null ? { ok: false } : { ok: true, value });
    });
  });

  it('takes a pressed button whatever its words are, and shows it in every language', () => {
    const rule: AnswerRule = { kind: 'choice', options: [{ value: 'n:a', label: { fr: 'Lin', en: 'Linen' }, keys: ['lin'] }] };
    expect(parseAnswer('?', rule, { ...circumstances, language: 'en', choice: 'n:a' })).toEqual({ ok: true, value: 'Lin', shown: { fr: 'Lin', en: 'Linen' } });
    expect(parseAnswer('?', rule, { ...circumstances, language: 'en', choice: 'other:a' })).toEqual({ ok: false });
  });

  it('reads back every number it would write, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('fr', 'en', 'fr-CA'), fc.constantFrom(0, 2), (cents, language, decimals) => {
        const value = decimals === 0 ? cents : cents / 100;
        const parsed = parseAnswer(formatNumber(value, { locale: language, decimals }), { kind: 'number' }, { ...circumstances, language });
        expect(parsed).toMatchObject({ ok: true, value: value === 0 ? expect.closeTo(0, 9) : value });
      }),
    );
  });

  it('never throws, and gives days that exist', () => {
    const rules: AnswerRule[] = groups.map(({ rule }) => rule);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...rules), (text, rule) => {
        const parsed = parseAnswer(text, rule, { ...circumstances, language: 'fr' });
        if (parsed.ok && rule.kind === 'date') expect(new Date(`${String(parsed.value)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(parsed.value);
      }),
      { numRuns: 2000 },
    );
  });
});
