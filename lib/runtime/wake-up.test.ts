import { describe, expect, it, vi } from 'vitest';
import { virtualClock } from './testing/virtual-clock';
import { createWakeUp } from './wake-up';

const breathe = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('wake-up', () => {
  it('runs when something is due, and when the last pass said so', async () => {
    const clock = virtualClock(1000);
    const at: number[] = [];
    const answers: (number | null)[] = [2500, null];
    const wake = createWakeUp(clock, async () => (at.push(clock.now()), answers.shift() ?? null), () => undefined);
    wake.start();
    await vi.waitFor(() => expect(at).toEqual([1000]));
    await breathe();
    clock.advance(1000);
    await breathe();
    expect(at).toEqual([1000]);
    clock.advance(500);
    await breathe();
    expect(at).toEqual([1000, 2500]);
    wake.expect(4000);
    wake.expect(3000);
    clock.advance(500);
    await breathe();
    clock.advance(10_000);
    await breathe();
    expect(at).toEqual([1000, 2500, 3000]);
  });

  it('never runs twice at once, and remembers what was asked for meanwhile', async () => {
    const clock = virtualClock(0);
    let running = 0;
    let runs = 0;
    let finish = (): void => undefined;
    const wake = createWakeUp(
      clock,
      async () => {
        running += 1;
        runs += 1;
        expect(running).toBe(1);
        await new Promise<void>((resolve) => (finish = resolve));
        running -= 1;
        return null;
      },
      () => undefined,
    );
    wake.start();
    await vi.waitFor(() => expect(runs).toBe(1));
    wake.expect(0);
    wake.expect(0);
    await breathe();
    expect(runs).toBe(1);
    finish();
    await vi.waitFor(() => expect(runs).toBe(2));
    const stopped = wake.stop();
    wake.expect(0);
    finish();
    await stopped;
    await breathe();
    expect(runs).toBe(2);
  });

  it('tries again a second after a pass that failed', async () => {
    const clock = virtualClock(0);
    const errors: unknown[] = [];
    let runs = 0;
    const wake = createWakeUp(clock, async () => { runs += 1; throw new Error('busy'); }, (error) => errors.push(error));
    wake.start();
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    await breathe();
    expect(runs).toBe(1);
    clock.advance(1000);
    await vi.waitFor(() => expect(runs).toBe(2));
    await wake.stop();
  });

  it('looks again every minute, whatever it was told', async () => {
    const clock = virtualClock(0);
    let runs = 0;
    const wake = createWakeUp(clock, async () => { runs += 1; return 1e12; }, () => undefined);
    wake.start();
    await vi.waitFor(() => expect(runs).toBe(1));
    await breathe();
    clock.advance(60_000);
    await vi.waitFor(() => expect(runs).toBe(2));
    await wake.stop();
  });
});
