import type { StoredMessage } from '@/lib/runtime/runtime-types';
import type { ChannelConnector } from '../channel-port';
import type { WireAgent, WireAuthor, WireContent, WireMessage } from './wire';

const AUTHORS = { customer: 'customer', bot: 'assistant', agent: 'agent', system: 'system' } as const satisfies Record<string, WireAuthor>;

/** A stored message as a widget gets it; null for a note, which never leaves. */
export function toWireMessage(message: StoredMessage, agent: WireAgent | null, connector: ChannelConnector<WireContent>): WireMessage | null {
  if (message.author === 'note') return null;
  const { seq, id, language, parts, options, sentAt } = message;
  // Web chat holds any message in one: a longer text only becomes several parts of it.
  const content = connector.render({ language, parts, ...(options ? { options } : {}) })[0];
  return {
    seq,
    id,
    from: AUTHORS[message.author],
    ...(message.author === 'agent' && agent ? { agentName: agent.name, agentInitials: agent.initials } : {}),
    language,
    parts: content?.parts ?? [],
    ...(content?.options ? { options: content.options } : {}),
    at: sentAt,
  };
}

/** What a customer learns of an agent: the first name and two initials, never the family name. */
export function toWireAgent(fullName: string | null): WireAgent | null {
  const words = (fullName ?? '').trim().split(/\s+/).filter((word) => word !== '');
  const first = words[0];
  if (first === undefined) return null;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return { name: first, initials: [first, last].map((word) => (word ? (Array.from(word)[0] ?? '') : '')).join('').toUpperCase() };
}
