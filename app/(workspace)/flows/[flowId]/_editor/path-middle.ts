import type { Point } from './route-link';

/** The point half way along a line of axis-parallel segments. */
export function pathMiddle(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((to, index) => lengthOf(points[index] ?? to, to));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const from = points[index];
    const to = points[index + 1];
    if (!from || !to) break;
    if (left <= length) return { x: from.x + Math.sign(to.x - from.x) * left, y: from.y + Math.sign(to.y - from.y) * left };
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

function lengthOf(from: Point, to: Point): number {
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
}
