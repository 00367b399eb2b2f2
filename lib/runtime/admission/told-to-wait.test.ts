import { expect, test } from 'vitest';
import { createToldToWait } from './told-to-wait';

const key = (conversationId: string) => ({ workspaceId: 'a', conversationId });

test('whoever was told longest ago is forgotten first, and nobody beyond the most', () => {
  const told = createToldToWait(2);
  told.tell(key('first'), 100);
  told.tell(key('second'), 100);
  told.tell(key('first'), 200);
  told.tell(key('third'), 100);
  expect(['first', 'second', 'third'].map((name) => told.isEarly(key(name), 99))).toEqual([true, false, true]);
  expect([told.isEarly(key('first'), 199), told.isEarly(key('first'), 200), told.isEarly({ workspaceId: 'b', conversationId: 'first' }, 0)]).toEqual([true, false, false]);
  told.forget(key('first'));
  expect(told.isEarly(key('first'), 0)).toBe(false);
});
