export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How far a link runs straight out of a handle, and how far it keeps from cards. */
const STUB = 20;
const CLEAR = 14;
const LANE = 6;
const BEND_COST = 40;
const CROSSING_COST = 2000;

/**
 * The corners of an orthogonal link that leaves `from` to the right and enters `to` from the left, crossing as few
 * cards as it can. Lanes (0, 1, 2…) shift the first upright by the way out and the last by the target, so that links
 * to different steps do not lie on each other.
 */
export function routeLink(from: Point, to: Point, boxes: readonly Box[], lanes: { out: number; into: number }): Point[] {
  const out = from.x + STUB + lanes.out * LANE;
  const into = to.x - STUB - lanes.into * LANE;
  if (Math.abs(from.y - to.y) < 1 && out <= to.x) return [from, to];
  const straight = out <= into ? [into, out, (out + into) / 2].map((x) => upright(from, to, x)) : [];
  const direct = best(straight, boxes);
  if (direct && direct.cost < CROSSING_COST) return direct.path;
  const around = best([...straight, ...levels(from, to, boxes, lanes.into * LANE).map((y) => detour(from, to, out, into, y))], boxes);
  return around?.path ?? detour(from, to, out, into, (from.y + to.y) / 2);
}

function upright(from: Point, to: Point, x: number): Point[] {
  return [from, { x, y: from.y }, { x, y: to.y }, to];
}

function detour(from: Point, to: Point, out: number, into: number, y: number): Point[] {
  return [from, { x: out, y: from.y }, { x: out, y }, { x: into, y }, { x: into, y: to.y }, to];
}

/** Heights just above and below the cards in between: the only ones worth trying. The twelve nearest. */
function levels(from: Point, to: Point, boxes: readonly Box[], shift: number): number[] {
  const left = Math.min(from.x, to.x) - STUB;
  const right = Math.max(from.x, to.x) + STUB;
  const middle = (from.y + to.y) / 2;
  const edges = boxes
    .filter((box) => box.x < right && box.x + box.width > left)
    .flatMap((box) => [box.y - CLEAR - 4 - shift, box.y + box.height + CLEAR + 4 + shift]);
  return [middle, ...edges].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, 12);
}

function best(paths: readonly Point[][], boxes: readonly Box[]): { path: Point[]; cost: number } | undefined {
  let found: { path: Point[]; cost: number } | undefined;
  for (const path of paths) {
    const cost = costOf(path, boxes);
    if (!found || cost < found.cost) found = { path, cost };
  }
  return found;
}

function costOf(path: readonly Point[], boxes: readonly Box[]): number {
  let cost = path.length * BEND_COST;
  for (let index = 1; index < path.length; index += 1) {
    const a = path[index - 1];
    const b = path[index];
    if (!a || !b) continue;
    cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    for (const box of boxes) if (crosses(a, b, box)) cost += CROSSING_COST;
  }
  return cost;
}

/** Whether an axis-parallel segment runs through a card; touching the handle on its edge does not count. */
function crosses(a: Point, b: Point, box: Box): boolean {
  const margin = 4;
  return (
    Math.max(a.x, b.x) > box.x + margin &&
    Math.min(a.x, b.x) < box.x + box.width - margin &&
    Math.max(a.y, b.y) > box.y - margin &&
    Math.min(a.y, b.y) < box.y + box.height + margin
  );
}
