import { durationToMs } from '../../../flows/document/duration';
import { changeData } from '../pages/change-data';
import { visitor } from '../pages/visitor';
import type { Program } from '../program';
import type { Api } from './agents';

/** Lets time pass for one conversation: a duration, or until its next timer. */
export type LetTimePass = (conversation: string, time: string) => Promise<void>;

/**
 * Time is moved in the data: a conversation's timers come that much nearer. Those that are due then fire in the running
 * program; a customer of another flow, who waits a second, is what makes it look at its timers so soon.
 */
export async function hangClock(program: Program, api: Api): Promise<LetTimePass> {
  const key = await connectClock(api);
  return async (conversation, time) => {
    let due = false;
    changeData(program, (database) => {
      const first = database.prepare('SELECT min("fireAt") AS "at" FROM "Timer" WHERE "conversationId" = ?').get(conversation) as { at: number | null };
      if (first.at === null) return;
      const ms = time === 'next-timer' ? first.at - Date.now() : (durationToMs(time) ?? 0);
      database.prepare('UPDATE "Timer" SET "fireAt" = "fireAt" - ? WHERE "conversationId" = ?').run(ms, conversation);
      due = first.at - ms <= Date.now();
    });
    if (due) await (await visitor(program, 'en', key)).say('tick');
  };
}

/** The flow of the customer who waits a second, on a chat of its own; the chat's public key. */
async function connectClock(api: Api): Promise<string> {
  const { id } = await api.flows.create.mutate({ name: 'Clock' });
  const { document, revision } = await api.flows.get.query({ id });
  const [start = ''] = Object.keys(document.nodes);
  const step = { version: 1, title: { en: 'Clock', fr: 'Horloge' }, position: { x: 308, y: 0 } };
  const saved = await api.flows.save.mutate({
    id,
    baseRevision: revision,
    operations: [
      { kind: 'node.add', node: { ...step, id: 'second', type: 'wait', data: { for: 'PT1S', heard: false } } },
      { kind: 'node.add', node: { ...step, id: 'end', type: 'close', data: { message: null, disposition: 'resolved' } } },
      { kind: 'edge.set', from: start, port: 'next', to: 'second' },
      { kind: 'edge.set', from: 'second', port: 'next', to: 'end' },
    ],
  });
  await api.flows.publish.mutate({ id, revision: saved.revision });
  await api.widget.create.mutate({ name: 'Clock', flowId: id });
  return keyOf(api, 'Clock');
}

/** The public key of a chat. */
export async function keyOf(api: Api, name: string): Promise<string> {
  const { connections } = await api.widget.list.query();
  return connections.find((chat) => chat.name === name)?.publicKey ?? '';
}
