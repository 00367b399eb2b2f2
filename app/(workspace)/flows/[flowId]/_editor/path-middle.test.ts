import { expect, test } from 'vitest';
import { pathMiddle } from './path-middle';

test.each([
  [[{ x: 0, y: 0 }, { x: 10, y: 0 }], { x: 5, y: 0 }],
  [[{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 30 }, { x: 20, y: 30 }], { x: 10, y: 15 }],
  [[{ x: 20, y: 0 }, { x: 20, y: -8 }, { x: 0, y: -8 }], { x: 14, y: -8 }],
])('half way along %j', (points, middle) => expect(pathMiddle(points)).toEqual(middle));
