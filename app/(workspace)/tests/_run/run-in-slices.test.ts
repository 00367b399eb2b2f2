import { expect, test } from 'vitest';
import { runInSlices } from './run-in-slices';

test('two hundred jobs are done in order, none of them after a slice that took too long', async () => {
  let time = 0;
  const done: number[] = [];
  const slices: number[] = [];
  let began = 0;
  const jobs = Array.from({ length: 200 }, (_, index) => () => {
    time += 5;
    done.push(index);
  });
  await runInSlices(jobs, {
    stopped: () => false,
    onSlice: () => undefined,
    now: () => time,
    async pause() {
      slices.push(time - began);
      time += 1000;
      began = time;
    },
  });
  expect(done).toEqual(Array.from({ length: 200 }, (_, index) => index));
  expect(slices.length).toBeGreaterThan(50);
  expect(Math.max(...slices)).toBeLessThanOrEqual(15);
});

test('what is stopped does nothing more, and says nothing more', async () => {
  const done: number[] = [];
  let told = 0;
  await runInSlices(
    Array.from({ length: 10 }, (_, index) => () => void done.push(index)),
    { stopped: () => done.length === 3, onSlice: () => void (told += 1), now: () => 0 },
  );
  expect(done).toEqual([0, 1, 2]);
  expect(told).toBe(0);
});
