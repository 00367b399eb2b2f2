import { expect, test } from 'vitest';
import { admit, CLOSED, failed, succeeded, type Circuit } from './circuit-breaker';

const after = (failures: number): Circuit => Array.from({ length: failures }).reduce<Circuit>((circuit) => failed(circuit, 0), CLOSED);

test('four failures in a row change nothing, the fifth closes the way for ten seconds', () => {
  expect(admit(after(4), 0).ok).toBe(true);
  expect(admit(after(5), 9999)).toEqual({ ok: false, at: 10_000 });
});

test('an answer in between starts the count anew', () => {
  expect(admit(failed(succeeded(), 0), 0).ok).toBe(true);
});

test('then one request goes first and the others wait for what becomes of it', () => {
  const first = admit(after(5), 10_000);
  if (!first.ok) throw new Error('refused');
  expect(admit(first.circuit, 10_001)).toEqual({ ok: false, at: 70_000 });
  expect(admit(failed(first.circuit, 11_000), 30_999)).toEqual({ ok: false, at: 31_000 });
  expect(admit(succeeded(), 11_000).ok).toBe(true);
});

test('pauses grow to five minutes and no further', () => {
  let circuit = after(5);
  let now = 0;
  for (let round = 0; round < 10; round += 1) {
    const next = admit(circuit, now);
    now = next.ok ? now : next.at;
    const probe = admit(circuit, now);
    if (!probe.ok) throw new Error('still closed');
    circuit = failed(probe.circuit, now);
  }
  expect(circuit).toMatchObject({ state: 'open', pause: 300_000 });
});

test('a probe that was never heard of again is followed by another', () => {
  const first = admit(after(5), 10_000);
  expect(first.ok && admit(first.circuit, 70_000).ok).toBe(true);
});

test('what left before it opened does not make the pause longer', () => {
  expect(failed(after(5), 5000)).toEqual(after(5));
});
