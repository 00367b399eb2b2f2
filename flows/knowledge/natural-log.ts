const LN_2 = 0.6931471805599453;

/**
 * Natural logarithm of a finite number ≥ 1 by operations whose result the language fixes to the last bit:
 * `Math.log` may differ between browsers and Node, and a score near a threshold with it.
 */
export function naturalLog(value: number): number {
  let halvings = 0;
  let rest = value;
  for (; rest >= 2; rest /= 2) halvings += 1;
  const ratio = (rest - 1) / (rest + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 25; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return halvings * LN_2 + 2 * ratio * sum;
}
