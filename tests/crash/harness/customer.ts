import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import type { Random } from './random';
import type { Senders } from './senders';

interface Life {
  key: ConversationKey;
  agentId: string;
  senders: Senders;
  random: Random;
  /** Things she wants, at least; each is a message or several. */
  turns: number;
  /** Mean milliseconds between two of them. */
  pace: number;
  /** Asked after the turns: whether she goes on all the same. */
  goesOn(): boolean;
}

type Button = [label: string, value: string];

/** As long as the longest patience of the flow, and longer. */
const SILENCE_MS = 3000;
const SAID = ['hello', 'Yes', 'No', 'what?'];
const PERSON: Button[] = [['A person', 'menu:person'], ['Now', 'menu:live']];
const OTHERS: Button[] = [['Later', 'menu:later'], ['Yes', 'again:yes'], ['No', 'again:no']];

/** One customer, and the agent who talks to her now and then: in turn, at the same time, or not when she should. */
export async function liveOn({ key, agentId, senders, random, turns, pace, goesOn }: Life): Promise<void> {
  let count = 0;
  const send = (event: RuntimeEvent extends infer E ? (E extends RuntimeEvent ? Omit<E, 'key'> : never) : never) =>
    senders.send(key, { ...event, key: `${event.type}.${(count += 1)}` } as RuntimeEvent);
  const say = (text = random.pick(SAID)) => send({ type: 'customer.message', text });
  /** Twice now and then: the first message may only begin the conversation, or end another question. */
  const press = async ([text, choice]: Button) => {
    for (let times = random.between(1, 2); times > 0; times -= 1) await send({ type: 'customer.message', text, choice });
  };
  const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, random.draw() * most));

  async function agent(): Promise<void> {
    let accepted = false;
    for (let tries = 0; tries < 3 && !accepted; tries += 1) {
      await pause(300);
      accepted = (await send({ type: 'agent.accepted', agentId })).outcome.ok;
    }
    if (!accepted) return;
    await Promise.all([
      send({ type: 'agent.replied', agentId, text: 'I am here.' }).then(() => send({ type: 'agent.replied', agentId, text: 'Let me see.' })),
      ...(random.chance(0.5) ? [say()] : []),
    ]);
    await pause(pace);
    await send(random.chance(0.5) ? { type: 'agent.released', agentId } : { type: 'agent.closed', agentId });
  }

  const wishes: [share: number, act: () => Promise<unknown>][] = [
    [0.35, () => press(['My order', 'menu:order']).then(() => say('A-1234'))],
    [0.3, () => press(random.pick(PERSON)).then(agent)],
    [0.2, () => press(random.pick(OTHERS))],
    [0.05, () => Promise.all([say(), say()])],
    // An acceptance of a conversation that waits for nobody is refused.
    [0.04, agent],
    [0.02, () => send({ type: 'customer.left' })],
    [0.04, () => say()],
  ];
  async function wish(): Promise<void> {
    let lot = random.draw();
    const [, act] = wishes.find(([share]) => (lot -= share) < 0) ?? [0, () => say()];
    await act();
  }

  // Not all of them at the same instant.
  await pause(pace);
  for (let turn = 0; turn < turns || goesOn(); turn += 1) {
    await wish();
    await (random.chance(0.06) ? pause(SILENCE_MS).then(() => pause(SILENCE_MS)) : pause(2 * pace));
  }
}
