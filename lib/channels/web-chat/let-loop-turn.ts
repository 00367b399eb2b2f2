/** Calls back after so many milliseconds, and lets the event loop go round as often as it can meanwhile. */
export function letLoopTurn(ms: number, then: () => void): void {
  const until = performance.now() + ms;
  const turn = (): void => void (performance.now() < until ? setImmediate(turn) : then());
  setImmediate(turn);
}
