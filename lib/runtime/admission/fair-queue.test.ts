import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFairQueue } from './fair-queue';

const key = (workspaceId: string, conversationId: string) => ({ workspaceId, conversationId });

/** What is taken when each is over at once. */
function order(queue: ReturnType<typeof createFairQueue<string>>): string[] {
  const taken: string[] = [];
  for (let next = queue.take(); next; next = queue.take()) {
    taken.push(next.item);
    next.done();
  }
  return taken;
}

test('a noisy conversation lets the others of its workspace pass', () => {
  const queue = createFairQueue<string>();
  for (const item of ['n1', 'n2', 'n3', 'n4']) queue.push(key('a', 'noisy'), item, false);
  queue.push(key('a', 'quiet'), 'q1', false);
  expect(order(queue)).toEqual(['n1', 'q1', 'n2', 'n3', 'n4']);
});

test('a noisy workspace lets the others pass, however many conversations it has', () => {
  const queue = createFairQueue<string>();
  for (let n = 0; n < 100; n += 1) queue.push(key('noisy', `c${n}`), `n${n}`, false);
  queue.push(key('quiet', 'c'), 'q1', false);
  queue.push(key('quiet', 'd'), 'q2', false);
  expect(order(queue).slice(0, 4)).toEqual(['n0', 'q1', 'n1', 'q2']);
});

test('a conversation that had nothing waiting goes before those that keep sending, and does not shut them out', () => {
  const queue = createFairQueue<string>();
  for (let n = 0; n < 3; n += 1) for (const item of ['first', 'second']) queue.push(key('a', `busy ${n}`), `${n} ${item}`, false);
  const served = [queue.take(), queue.take(), queue.take()];
  for (const one of served) one?.done();
  for (let n = 0; n < 6; n += 1) queue.push(key('a', `quiet ${n}`), `quiet ${n}`, false);
  // Three that were new have just been taken: one more, then one of those that keep sending.
  expect(order(queue)).toEqual(['quiet 0', '0 second', 'quiet 1', 'quiet 2', 'quiet 3', 'quiet 4', '1 second', 'quiet 5', '2 second']);
});

test('one that did not wait as it was told goes with those that keep sending', () => {
  const queue = createFairQueue<string>();
  queue.push(key('a', 'pusher'), 'pusher', false, true);
  for (let n = 0; n < 5; n += 1) queue.push(key('a', `quiet ${n}`), `quiet ${n}`, false);
  expect(order(queue)).toEqual(['quiet 0', 'quiet 1', 'quiet 2', 'quiet 3', 'pusher', 'quiet 4']);
});

test('one of a conversation at a time', () => {
  const queue = createFairQueue<string>();
  queue.push(key('a', 'c'), 'first', false);
  queue.push(key('a', 'c'), 'second', false);
  const first = queue.take();
  expect(first?.item).toBe('first');
  expect(queue.take()).toBeUndefined();
  first?.done();
  expect(queue.take()?.item).toBe('second');
});

test('an agent goes before customers, and does not shut them out', () => {
  const queue = createFairQueue<string>();
  queue.push(key('a', 'c'), 'customer', false);
  queue.push(key('a', 'd'), 'another', false);
  for (let n = 0; n < 6; n += 1) queue.push(key('a', `held ${n}`), `agent ${n}`, true);
  expect(order(queue)).toEqual(['agent 0', 'agent 1', 'agent 2', 'agent 3', 'customer', 'agent 4', 'agent 5', 'another']);
});

test('an agent’s act goes before what a customer sent into the same conversation and nobody began', () => {
  const queue = createFairQueue<string>();
  for (const item of ['c1', 'c2']) queue.push(key('a', 'c'), item, false);
  queue.push(key('a', 'c'), 'agent', true);
  expect(order(queue)).toEqual(['agent', 'c1', 'c2']);
});

test('nothing is lost or taken twice, order within a conversation holds, and nothing is kept when all is over', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('push' as const), workspace: fc.nat(2), conversation: fc.nat(3), urgent: fc.boolean() }),
    fc.record({ kind: fc.constant('take' as const) }),
    fc.record({ kind: fc.constant('done' as const), which: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
      const queue = createFairQueue<{ line: string; n: number }>();
      const running: NonNullable<ReturnType<typeof queue.take>>[] = [];
      const taken: { line: string; n: number }[] = [];
      let pushed = 0;
      const take = (): boolean => {
        const next = queue.take();
        if (!next) return false;
        const conversation = (line: string): string => line.slice(0, 3);
        expect(running.map(({ item }) => conversation(item.line))).not.toContain(conversation(next.item.line));
        running.push(next);
        taken.push(next.item);
        return true;
      };
      for (const step of acts) {
        if (step.kind === 'push') {
          queue.push(key(`${step.workspace}`, `${step.conversation}`), { line: `${step.workspace} ${step.conversation} ${String(step.urgent)}`, n: (pushed += 1) }, step.urgent);
        } else if (step.kind === 'take') take();
        else running.splice(step.which, 1)[0]?.done();
      }
      do for (const next of running.splice(0)) next.done();
      while (take());
      expect(taken.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: pushed }, (_, n) => n + 1));
      for (const line of new Set(taken.map((item) => item.line))) {
        const ofLine = taken.filter((item) => item.line === line).map(({ n }) => n);
        expect(ofLine).toEqual([...ofLine].sort((a, b) => a - b));
      }
      expect([queue.waiting(), queue.workspaces()]).toEqual([0, 0]);
    }),
  );
});
