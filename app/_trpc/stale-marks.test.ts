import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStaleMarks } from './stale-marks';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A query that somebody looks at, and how often it was read. */
async function shown(client: QueryClient, name: string) {
  const read = vi.fn(async () => name);
  const leave = new QueryObserver(client, { queryKey: [name], queryFn: read, staleTime: 30_000 }).subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(read).toHaveBeenCalledTimes(1);
  return { read, leave };
}

test('what is said ten times within a moment is read again once', async () => {
  const client = new QueryClient();
  const [list, counts] = [await shown(client, 'list'), await shown(client, 'counts')];
  const marks = createStaleMarks(client, () => false);
  for (let i = 0; i < 10; i += 1) marks.mark({ queryKey: ['list'] });
  await vi.advanceTimersByTimeAsync(1000);
  expect([list.read, counts.read].map((read) => read.mock.calls.length)).toEqual([2, 1]);
  marks.mark({});
  await vi.advanceTimersByTimeAsync(1000);
  expect([list.read, counts.read].map((read) => read.mock.calls.length)).toEqual([3, 2]);
  list.leave();
  counts.leave();
});

test('a tab out of sight only remembers, and what it remembers is old', async () => {
  const client = new QueryClient();
  const list = await shown(client, 'list');
  const marks = createStaleMarks(client, () => true);
  marks.mark({ queryKey: ['list'] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(list.read).toHaveBeenCalledTimes(1);
  expect(client.getQueryCache().find({ queryKey: ['list'] })?.isStale()).toBe(true);
  list.leave();
});
