import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentPalettes, checkAccent, contrast } from './accent';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('whatever passes the check gives colours that hold their contrast, light and dark', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const accent = checkAccent(chosen).suggestion;
      expect(checkAccent(accent).ok).toBe(true);
      for (const [palette, surface] of [[accentPalettes(accent).light, '#ffffff'], [accentPalettes(accent).dark, '#151917']] as const) {
        const of = (name: string): string => palette[name] ?? '';
        expect(contrast(of('accent'), surface)).toBeGreaterThanOrEqual(3);
        for (const state of ['accent', 'accent-hover', 'accent-press']) expect(contrast(of(state), of('on-accent'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(of('bubble-agent'), of('bubble-agent-ink'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(of('accent-ink'), of('accent-tint'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(of('accent-ink'), surface)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test('a pale colour is refused with what was measured and the nearest that passes', () => {
  const check = checkAccent('#ffe08a');
  expect(check.ok).toBe(false);
  expect(check.onSurface).toBeCloseTo(1.29, 1);
  expect(contrast(check.suggestion, '#ffffff')).toBeGreaterThanOrEqual(3);
  expect(contrast(check.suggestion, '#ffffff')).toBeLessThan(3.2);
});

test('the house’s green passes as it is', () => {
  expect(checkAccent('#0a6b4d')).toMatchObject({ ok: true, suggestion: '#0a6b4d' });
});
