import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import type { Random } from './random';
import type { Senders } from './senders';

interface Life {
  key: ConversationKey;
  agentId: string;
  senders: Senders;
  random: Random;
  /** Turns at least. */
  turns: number;
  /** Mean milliseconds between two messages. */
  pace: number;
  /** Asked after the turns: whether she goes on all the same. */
  goesOn(): boolean;
}

/** As long as the longest patience of the flow, and longer. */
const SILENCE_MS = 3000;
const SAID = ['hello', 'A-1234', 'Yes', 'No', 'what?'];
const PERSON: [string, string][] = [['A person', 'menu:person'], ['Now', 'menu:live']];
const PRESSED: [string, string][] = [...PERSON, ['My order', 'menu:order'], ['Later', 'menu:later'], ['Yes', 'again:yes'], ['No', 'again:no']];

/** One customer, and the agent who talks to her now and then: in turn, at the same time, or not when she should. */
export async function liveOn({ key, agentId, senders, random, turns, pace, goesOn }: Life): Promise<void> {
  let count = 0;
  const send = (event: RuntimeEvent extends infer E ? (E extends RuntimeEvent ? Omit<E, 'key'> : never) : never) =>
    senders.send(key, { ...event, key: `${event.type}.${(count += 1)}` } as RuntimeEvent);
  const say = () => {
    const [text, choice] = random.chance(0.6) ? random.pick(PRESSED) : [random.pick(SAID), undefined];
    return send({ type: 'customer.message', text, ...(choice !== undefined && { choice }) });
  };
  /** Asks for a person; twice, when the first message only begins the conversation. */
  const call = async () => {
    const [text, choice] = random.pick(PERSON);
    for (let times = random.between(1, 2); times > 0; times -= 1) await send({ type: 'customer.message', text, choice });
  };
  const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, random.draw() * most));

  async function agent(): Promise<void> {
    await pause(300);
    if (!(await send({ type: 'agent.accepted', agentId })).outcome.ok) return;
    await Promise.all([
      send({ type: 'agent.replied', agentId, text: 'I am here.' }).then(() => send({ type: 'agent.replied', agentId, text: 'Let me see.' })),
      ...(random.chance(0.5) ? [say()] : []),
    ]);
    await pause(pace);
    await send(random.chance(0.5) ? { type: 'agent.released', agentId } : { type: 'agent.closed', agentId });
  }

  // Not all of them at the same instant.
  await pause(pace);
  for (let turn = 0; turn < turns || goesOn(); turn += 1) {
    if (random.chance(0.1)) await Promise.all([say(), say()]);
    else await say();
    if (random.chance(0.35)) {
      if (random.chance(0.7)) await call();
      // Whether she waits for a person or not: an acceptance too early or too late is refused.
      await agent();
    }
    if (random.chance(0.02)) await send({ type: 'customer.left' });
    await (random.chance(0.06) ? pause(SILENCE_MS).then(() => pause(SILENCE_MS)) : pause(2 * pace));
  }
}
