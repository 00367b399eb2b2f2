/**
 * Work that may still be done. A count, never a clock: the same expression must stop at the same place on every machine.
 * One unit is about one character produced or one element visited.
 */
export class Budget {
  #left: number;
  #exhausted = false;

  constructor(units: number) {
    this.#left = units;
  }

  /** @throws Error when nothing is left; `exhausted` then tells this from other errors. */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left >= 0) return;
    this.#exhausted = true;
    throw new Error('work budget exhausted');
  }

  get exhausted(): boolean {
    return this.#exhausted;
  }
}
