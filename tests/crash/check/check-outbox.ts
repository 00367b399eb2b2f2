import { isDeepStrictEqual } from 'node:util';
import type { ConversationRows } from './database';
import type { Report } from './problems';

interface Effect {
  id: string;
  kind: string;
  content?: unknown;
}
interface Payload {
  messageSeq?: number;
  author?: string;
  content?: unknown;
}

/** What the flow decided to send is a message, once; each message leaves by one effect, in order; every effect came to its end. */
export function checkOutbox(rows: ConversationRows, outboxChannels: ReadonlySet<string>, report: Report): void {
  checkMessages(rows, report);
  if (outboxChannels.has(rows.channel)) checkLeaving(rows, report);
  checkEnds(rows, report);
}

function checkMessages({ name, messages, sessions }: ConversationRows, report: Report): void {
  const effects = sessions.flatMap(({ steps }) => steps.flatMap(({ effects }) => JSON.parse(effects) as Effect[])).filter(({ kind }) => kind === 'message.send');
  const said = messages.filter(({ author }) => author === 'bot');
  for (const [at, effect] of effects.entries()) {
    const message = said[at];
    if (message?.id !== effect.id) return report('nothing lost', name, `the assistant's message ${at + 1} should be ${effect.id}, and is ${message?.id ?? 'missing'}`);
    if (!isDeepStrictEqual(contentOf(message.content), effect.content)) report('nothing lost', name, `message ${message.seq} is not what the flow decided`);
  }
  if (said.length > effects.length) report('no doubles', name, `${said.length} messages of the assistant, the flow decided ${effects.length}`);
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
  const failed = inbound.filter(({ type }) => type === 'effect.failed').map(({ payload }) => (JSON.parse(payload) as { effectId: string }).effectId);
  const dropped = events.filter(({ type }) => type === 'message-dropped').map(({ params }) => (JSON.parse(params) as { effectId: string }).effectId);
  for (const { id, state, doneAt, kind } of outbox) {
    const where = `${name} ${id}`;
    const told = failed.filter((effectId) => effectId === id).length;
    const noted = dropped.filter((effectId) => effectId === id).length;
    if (doneAt === null || !['done', 'dead', 'dropped'].includes(state)) report('nothing pending', where, `still ${state}`);
    if (noted !== (state === 'dropped' ? 1 : 0)) report('one voice', where, `${state}, and ${noted} times noted as dropped`);
    if (kind === 'message.send' && told !== (state === 'dead' ? 1 : 0)) report('no doubles', where, `${state}, and its failure was told ${told} times`);
  }
}

/** What a customer is shown of a stored message. */
function contentOf(content: string): unknown {
  const { language, parts, options } = JSON.parse(content) as { language: unknown; parts: unknown; options?: unknown };
  return { language, parts, ...(options !== undefined && { options }) };
}
