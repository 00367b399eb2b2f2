import { expect } from '@playwright/test';

const LIMIT_MS = 1000;

/** How long it took until something was seen, in milliseconds, by kind. */
export class Latencies {
  private readonly byKind = new Map<string, number[]>();
  private readonly slow: string[] = [];

  /** Clicks and waits for what must then be seen: it has a second. */
  async click(kind: string, click: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<void> {
    const started = performance.now();
    await click();
    await seen();
    const ms = performance.now() - started;
    this.add(kind, ms);
    if (ms >= LIMIT_MS) this.slow.push(`${kind}: ${Math.round(ms)} ms`);
  }

  /** For the record only. */
  add(kind: string, ms: number): void {
    this.byKind.set(kind, [...(this.byKind.get(kind) ?? []), ms]);
  }

  /** Prints the figures of each kind; fails when a click took a second or longer. */
  expectUnderASecond(title: string): void {
    for (const [kind, all] of this.byKind) {
      const sorted = all.sort((one, other) => one - other);
      console.log(`    ${title}: ${kind}: ${sorted.length} times, median ${Math.round(sorted[sorted.length >> 1] ?? 0)} ms, worst ${Math.round(sorted.at(-1) ?? 0)} ms`);
    }
    expect(this.byKind.size).toBeGreaterThan(0);
    expect(this.slow).toEqual([]);
  }
}
