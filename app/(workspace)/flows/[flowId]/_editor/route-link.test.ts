import { describe, expect, it } from 'vitest';
import { roundedPath } from './rounded-path';
import { routeLink, type Box, type Point } from './route-link';

const from = { x: 224, y: 60 };
const FIRST = { out: 0, into: 0 };

describe('routeLink', () => {
  it('goes straight when the handles stand on one line', () => {
    expect(routeLink(from, { x: 400, y: 60 }, [], FIRST)).toEqual([from, { x: 400, y: 60 }]);
  });

  it('turns just before its target when nothing stands in the way', () => {
    expect(routeLink(from, { x: 500, y: 200 }, [], FIRST)).toEqual([from, { x: 480, y: 60 }, { x: 480, y: 200 }, { x: 500, y: 200 }]);
  });

  it('keeps lanes of different targets apart', () => {
    expect(routeLink(from, { x: 500, y: 200 }, [], { out: 0, into: 1 })[1]).toEqual({ x: 474, y: 60 });
  });

  it('turns early when a card stands on the way to the late turn', () => {
    const box = { x: 300, y: 20, width: 100, height: 80 };
    const path = routeLink(from, { x: 500, y: 200 }, [box], FIRST);
    expect(path[1]).toEqual({ x: 244, y: 60 });
    expect(meets(path, box)).toBe(false);
  });

  it('leads back round the cards between', () => {
    const box = { x: 0, y: 0, width: 224, height: 120 };
    const path = routeLink(from, { x: 0, y: 18 }, [box], FIRST);
    expect(path.at(-1)).toEqual({ x: 0, y: 18 });
    expect(meets(path, box)).toBe(false);
  });
});

describe('roundedPath', () => {
  it('rounds corners no wider than the runs allow', () => {
    expect(roundedPath([{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 10 }, { x: 200, y: 10 }], 12)).toBe(
      'M0,0L95,0Q100,0 100,5L100,5Q100,10 105,10L200,10',
    );
  });
});

function meets(path: readonly Point[], box: Box): boolean {
  return path.slice(1).some((end, index) => {
    const start = path[index] ?? end;
    const steps = 50;
    return Array.from({ length: steps + 1 }, (_, i) => ({ x: start.x + ((end.x - start.x) * i) / steps, y: start.y + ((end.y - start.y) * i) / steps })).some(
      ({ x, y }) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y && y < box.y + box.height,
    );
  });
}
