import { expect, test } from 'vitest';
import { createAdmission, type AdmissionLimits } from './admission';
import { OverloadError } from './overload-error';

const LIMITS: AdmissionLimits = { underway: 2, waiting: 4.8, waitingInWorkspace: 3.2, waitingInConversation: 2 };

/** An admission whose clock and work stand still until they are told. */
function gate(limits = LIMITS) {
  let now = 0;
  const admission = createAdmission(() => now, () => 0, limits);
  const open: (() => void)[] = [];
  const begun: string[] = [];
  const answers: string[] = [];
  const ask = (workspaceId: string, conversationId: string, rank: 'customer' | 'agent' | 'internal' = 'customer'): Promise<void> =>
    admission
      .run({ workspaceId, conversationId }, rank, () => {
        begun.push(conversationId);
        return new Promise<void>((resolve) => open.push(resolve));
      })
      .then(
        () => void answers.push('done'),
        (error: unknown) => void answers.push(error instanceof OverloadError ? `${error.scope} ${error.retryAfter}` : String(error)),
      );
  return {
    admission,
    begun,
    answers,
    ask,
    async finish(took: number) {
      now += took;
      open.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('alone, work begins before the call returns', () => {
  const { ask, begun } = gate();
  void ask('a', 'c');
  expect(begun).toEqual(['c']);
});

test('a conversation with too much waiting is refused, and nobody else', async () => {
  const { ask, answers } = gate();
  for (let n = 0; n < 4; n += 1) void ask('a', 'noisy');
  await ask('a', 'noisy');
  void ask('a', 'quiet');
  await Promise.resolve();
  expect(answers).toEqual(['conversation 1', 'conversation 1']);
});

test('those who keep sending are refused before one who has nothing waiting', async () => {
  const { ask, answers, begun } = gate({ underway: 1, waiting: 100, waitingInWorkspace: 4, waitingInConversation: 9 });
  for (let n = 0; n < 5; n += 1) void ask('a', 'noisy');
  await ask('a', 'noisy');
  expect(answers).toEqual(['workspace 1']);
  void ask('a', 'quiet');
  await Promise.resolve();
  expect([answers.length, begun]).toEqual([1, ['noisy']]);
});

test('a crowd that does not wait as it is told keeps out nobody who does', async () => {
  const { ask, answers, begun, finish } = gate({ underway: 1, waiting: 100, waitingInWorkspace: 4, waitingInConversation: 9 });
  // One under way, and as many more as even those with nothing waiting may be.
  for (let n = 0; n < 6; n += 1) void ask('a', `crowd ${n}`);
  await ask('a', 'pusher');
  expect(answers).toEqual(['workspace 1']);
  await finish(10);
  // There is room again, but not for who comes back at once.
  await ask('a', 'pusher');
  expect(answers).toEqual(['workspace 1', 'done', 'workspace 1']);
  void ask('a', 'patient');
  for (let n = 0; n < 5; n += 1) await finish(10);
  expect(begun.at(-1)).toBe('patient');
  expect(answers.filter((answer) => answer !== 'done')).toHaveLength(2);
});

test('who waited as long as he was told is as quiet as anybody', async () => {
  const { ask, answers, begun, finish } = gate({ underway: 1, waiting: 100, waitingInWorkspace: 4, waitingInConversation: 9 });
  for (let n = 0; n < 6; n += 1) void ask('a', `crowd ${n}`);
  await ask('a', 'patient');
  await finish(1001);
  void ask('a', 'patient');
  for (let n = 0; n < 5; n += 1) await finish(10);
  expect([answers[0], begun.at(-1)]).toEqual(['workspace 1', 'patient']);
});

test('a workspace, and the program, have their limits; agents and timers have none', async () => {
  const { admission, ask, answers, begun, finish } = gate();
  for (let n = 0; n < 6; n += 1) void ask('a', `a${n}`);
  await ask('a', 'a6');
  expect(answers).toEqual(['workspace 1']);
  for (let n = 0; n < 2; n += 1) void ask('b', `b${n}`);
  await ask('b', 'b2');
  expect(answers).toEqual(['workspace 1', 'program 1']);
  void ask('a', 'agents', 'agent');
  void ask('a', 'timers', 'internal');
  expect(admission.load()).toMatchObject({ waiting: 8, underway: 2, refused: { conversation: 0, workspace: 1, program: 1 }, admitted: { customer: 8, agent: 1, internal: 1 } });
  for (let n = 0; n < 10; n += 1) await finish(1);
  expect(begun).toHaveLength(10);
  expect(begun.indexOf('agents')).toBeLessThan(begun.indexOf('a3'));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(10);
  expect(admission.load()).toMatchObject({ waiting: 0, underway: 0 });
});

test('how long to stay away comes from the pace that was measured', async () => {
  const { ask, answers, finish } = gate({ underway: 1, waiting: 9, waitingInWorkspace: 3.2, waitingInConversation: 4 });
  for (let n = 0; n < 5; n += 1) void ask('a', `c${n}`);
  await finish(3000);
  void ask('a', 'c5');
  await ask('a', 'c6');
  // Four wait, and one takes three seconds.
  expect(answers).toEqual(['done', 'workspace 12']);
});

test('under overload it rests a little between units, and loses nothing over it', async () => {
  let now = 0;
  const rests: number[] = [];
  const later: (() => void)[] = [];
  const admission = createAdmission(() => now, () => 0, { underway: 1, waiting: 9, waitingInWorkspace: 9, waitingInConversation: 9 }, (ms, then) => void (rests.push(ms), later.push(then)));
  const done: number[] = [];
  const work = Array.from({ length: 4 }, (_, n) =>
    admission.run({ workspaceId: 'a', conversationId: `${n}` }, 'customer', async () => {
      now += 60_000;
      done.push(n);
    }),
  );
  for (let n = 0; n < 4; n += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    later.shift()?.();
  }
  await Promise.all(work);
  expect(done).toEqual([0, 1, 2, 3]);
  // However long it had worked before.
  expect(rests).toEqual([50, 50]);
});

test('work that fails rejects alone and makes room', async () => {
  const admission = createAdmission(() => 0, () => 0, { ...LIMITS, underway: 1 });
  const failed = admission.run({ workspaceId: 'a', conversationId: 'c' }, 'customer', () => Promise.reject(new Error('no')));
  const next = admission.run({ workspaceId: 'a', conversationId: 'c' }, 'customer', () => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
