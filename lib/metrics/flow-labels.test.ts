import { expect, test } from 'vitest';
import { createFlowLabels, MOST_VERSIONS } from './flow-labels';
import { createLastMinute } from './last-minute';

test('however many versions run, the last ones used have a label and the others are forgotten', () => {
  const forgotten: string[] = [];
  const label = createFlowLabels((version) => void forgotten.push(version));
  label('kept');
  for (let number = 0; number < MOST_VERSIONS + 5; number += 1) {
    label(`v${number}`);
    expect(label('kept')).toBe('kept');
  }
  expect(label(null)).toBe('none');
  expect(forgotten).toEqual(['v0', 'v1', 'v2', 'v3', 'v4', 'v5']);
});

test('what is older than a minute no longer counts', () => {
  let now = 0;
  const window = createLastMinute(() => now);
  for (let times = 0; times < 3; times += 1) window.count('loud');
  now = 30_000;
  window.count('quiet');
  expect(window.top(5)).toEqual([{ name: 'loud', count: 3 }, { name: 'quiet', count: 1 }]);
  now = 60_000;
  expect(window.top(5)).toEqual([{ name: 'quiet', count: 1 }]);
});
