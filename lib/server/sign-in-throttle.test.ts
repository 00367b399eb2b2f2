import { expect, test } from 'vitest';
import { createSignInThrottle } from './sign-in-throttle';

test('ten failures close the account for five minutes, others stay open', () => {
  let now = 0;
  const throttle = createSignInThrottle(() => now);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect(throttle.blocked(['account:a'])).toBe(false);
    throttle.failed(['account:a']);
  }
  expect(throttle.blocked(['account:a'])).toBe(true);
  expect(throttle.blocked(['account:b'])).toBe(false);
  now = 5 * 60_000 + 1;
  expect(throttle.blocked(['account:a'])).toBe(false);
});

test('a success forgets the failures', () => {
  const throttle = createSignInThrottle(() => 0);
  for (let attempt = 0; attempt < 9; attempt += 1) throttle.failed(['account:a']);
  throttle.succeeded(['account:a']);
  throttle.failed(['account:a']);
  expect(throttle.blocked(['account:a'])).toBe(false);
});

test('memory is bounded', () => {
  const throttle = createSignInThrottle(() => 0);
  for (let attempt = 0; attempt < 10; attempt += 1) throttle.failed(['account:old']);
  for (let index = 0; index < 10_000; index += 1) throttle.failed([`account:${index}`]);
  expect(throttle.blocked(['account:old'])).toBe(false);
});
