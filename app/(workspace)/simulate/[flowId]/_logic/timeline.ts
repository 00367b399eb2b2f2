/** Where now stands: what is over has this share of the line. */
export const NOW = 0.14;
const MINUTE = 60_000;
const SHORTEST = 60 * MINUTE;
/** Labels nearer than this share would stand on each other. */
const APART = 0.15;

export interface Mark {
  at: number;
  label: string;
  kind: 'timer' | 'change';
}

export interface PlacedMark extends Mark {
  /** Share of the line, from 0 to 1. */
  place: number;
  /** Whether there is room for its words. */
  told: boolean;
}

/** Where marks ahead stand on the line: near ones far apart, far ones close, since one may be minutes and the next days away. */
export function placeMarks(now: number, marks: readonly Mark[]): PlacedMark[] {
  const sorted = marks.filter(({ at }) => at > now).sort((left, right) => left.at - right.at);
  const last = Math.max(SHORTEST, (sorted.at(-1)?.at ?? now) - now);
  const scale = (ms: number): number => Math.log1p(ms / MINUTE) / Math.log1p((last * 1.3) / MINUTE);
  let told = NOW;
  return sorted.map((mark) => {
    const place = NOW + (1 - NOW) * scale(mark.at - now);
    const room = place - told >= APART && place <= 1 - APART / 3;
    if (room) told = place;
    return { ...mark, place, told: room };
  });
}
