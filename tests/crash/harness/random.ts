/** Draws that a seed repeats. */
export interface Random {
  /** From 0 up to, not including, 1. */
  draw(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Another sequence, of this seed and the name: what draws beside this one does not shift it. */
  fork(name: string): Random;
}

/** mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const random: Random = {
    draw() {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    },
    between: (least, most) => least + Math.floor(random.draw() * (most - least + 1)),
    chance: (probability) => random.draw() < probability,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error('nothing to pick from');
      return from[random.between(0, from.length - 1)] as T;
    },
    fork(name) {
      let hash = seed | 0;
      for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
      return seededRandom(hash);
    },
  };
  return random;
}
