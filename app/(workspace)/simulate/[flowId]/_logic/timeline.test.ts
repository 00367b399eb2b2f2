import { expect, test } from 'vitest';
import { NOW, placeMarks } from './timeline';

const mark = (minutes: number) => ({ at: minutes * 60_000, label: `${minutes}`, kind: 'timer' as const });

test('marks stand in their order between now and the end, whatever their distance', () => {
  const placed = placeMarks(0, [mark(1440), mark(10), mark(-5), mark(60)]);
  expect(placed.map(({ label }) => label)).toEqual(['10', '60', '1440']);
  const places = placed.map(({ place }) => place);
  expect([...places].sort()).toEqual(places);
  for (const place of places) expect(place > NOW && place < 1).toBe(true);
});

test('of two that stand on each other only the first is told', () => {
  expect(placeMarks(0, [mark(30), mark(31), mark(2000)]).map(({ told }) => told)).toEqual([true, false, true]);
});
