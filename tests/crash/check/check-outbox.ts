import { isDeepStrictEqual } from 'node:util';
import type { ConversationRows } from './database';
import type { Report } from './problems';

interface Effect {
  id: string;
  kind: string;
  content?: unknown;
  request?: unknown;
}
interface Payload {
  messageSeq?: number;
  author?: string;
  content?: unknown;
}

/** What the flow decided to send is a message, once; each message leaves by one effect, in order; every effect came to its end. */
export function checkOutbox(rows: ConversationRows, outboxChannels: ReadonlySet<string>, report: Report): void {
  const effects = rows.sessions.flatMap(({ steps }) => steps.flatMap(({ effects }) => JSON.parse(effects) as Effect[]));
  checkMessages(rows, effects.filter(({ kind }) => kind === 'message.send'), report);
  checkRequests(rows, effects.filter(({ kind }) => kind === 'http.request'), report);
  if (outboxChannels.has(rows.channel)) checkLeaving(rows, report);
  checkEnds(rows, report);
}

function checkMessages({ name, messages }: ConversationRows, effects: readonly Effect[], report: Report): void {
  const said = messages.filter(({ author }) => author === 'bot');
  for (const [at, effect] of effects.entries()) {
    const message = said[at];
    if (message?.id !== effect.id) return report('nothing lost', name, `the assistant's message ${at + 1} should be ${effect.id}, and is ${message?.id ?? 'missing'}`);
    if (!isDeepStrictEqual(contentOf(message.content), effect.content)) report('nothing lost', name, `message ${message.seq} is not what the flow decided`);
  }
  if (said.length > effects.length) report('no doubles', name, `${said.length} messages of the assistant, the flow decided ${effects.length}`);
}

function checkRequests({ name, outbox }: ConversationRows, effects: readonly Effect[], report: Report): void {
  const requests = outbox.filter(({ kind }) => kind !== 'message.send');
  for (const [at, { id, request }] of effects.entries()) {
    const row = requests[at];
    // The turn it left with stands beside what is asked for.
    const { turn: _turn, ...asked } = JSON.parse(row?.payload ?? '{}') as Record<string, unknown>;
    if (row?.id !== id || !isDeepStrictEqual(asked, request)) return report('nothing lost', name, `the request ${id} does not leave in its place, or as something else`);
  }
  if (requests.length > effects.length) report('no doubles', name, `${requests.length} requests leave, the flow decided ${effects.length}`);
}

function checkLeaving({ name, messages, outbox }: ConversationRows, report: Report): void {
  const leaving = messages.filter(({ author }) => author === 'bot' || author === 'agent' || author === 'system');
  const sends = outbox.filter(({ kind }) => kind === 'message.send');
  for (const [at, message] of leaving.entries()) {
    const send = sends[at];
    const payload = JSON.parse(send?.payload ?? '{}') as Payload;
    if (payload.messageSeq !== message.seq) return report('nothing lost', name, `message ${message.seq} does not leave in its place ${at + 1}`);
    if (payload.author !== message.author || send?.epoch !== message.epoch || !isDeepStrictEqual(payload.content, contentOf(message.content))) {
      report('nothing lost', name, `message ${message.seq} leaves as something else`);
    }
  }
  if (sends.length > leaving.length) report('no doubles', name, `${sends.length} messages leave, there are ${leaving.length}`);
}

function checkEnds({ name, outbox, inbound, events }: ConversationRows, report: Report): void {
  const heard = (type: string, id: string): number => inbound.filter((event) => event.type === type && effectOf(event.payload) === id).length;
  for (const { id, state, doneAt, kind } of outbox) {
    const where = `${name} ${id}`;
    const dropped = events.filter(({ type, params }) => type === 'message-dropped' && effectOf(params) === id).length;
    if (doneAt === null || !['done', 'dead', 'dropped'].includes(state)) report('nothing pending', where, `still ${state}`);
    if (dropped !== (state === 'dropped' ? 1 : 0)) report('one voice', where, `${state}, and ${dropped} times noted as dropped`);
    const failed = heard('effect.failed', id);
    const succeeded = heard('effect.succeeded', id);
    // Nobody waits for a message that was sent.
    const told = failed === (state === 'dead' ? 1 : 0) && succeeded === (state === 'done' && kind !== 'message.send' ? 1 : 0);
    if (!told) report('no doubles', where, `${state}; its success was told ${succeeded} times, its failure ${failed}`);
  }
}

function effectOf(json: string): string | undefined {
  return (JSON.parse(json) as { effectId?: string }).effectId;
}

/** What a customer is shown of a stored message. */
function contentOf(content: string): unknown {
  const { language, parts, options } = JSON.parse(content) as { language: unknown; parts: unknown; options?: unknown };
  return { language, parts, ...(options !== undefined && { options }) };
}
