import type { WireAuthor } from '../wire';
import type { ChatState } from './chat-state';

/** What stands in the log, from top to bottom. `key` stays the same as long as it is the same thing. */
export type Row = { key: string } & (
  | { kind: 'day'; at: number }
  | { kind: 'bubble'; from: WireAuthor; text: string; language: string; name: string; initials: string; first: boolean }
  | { kind: 'options'; messageId: string; options: { value: string; label: string }[]; chosen: string | null }
  | { kind: 'hand-over'; name: string; initials: string }
  | { kind: 'assistant-back' }
  | { kind: 'refused'; id: string; sentence: string }
  | { kind: 'status'; status: 'sending' | 'waiting' | 'delivered' | 'read' }
  | { kind: 'typing'; name: string; initials: string }
  | { kind: 'waiting' }
  | { kind: 'closed' }
);

const SILENCE_BEFORE_DATE_MS = 30 * 60_000;

/** The rows for a state. Pure: the same state gives the same rows. */
export function threadRows(state: ChatState): Row[] {
  const rows: Row[] = [];
  let at = 0;
  let from: WireAuthor | null = null;
  let agent: string | null = null;
  let joined = state.joined;

  for (const message of state.messages) {
    if (joined && message.seq > joined.after) takeOver(joined.agent);
    if (message.at - at > SILENCE_BEFORE_DATE_MS) rows.push({ key: `day ${message.id}`, kind: 'day', at: message.at });
    at = message.at;
    const { agentName = '', agentInitials = '' } = message;
    if (message.from === 'agent' && agentName !== agent) takeOver({ name: agentName, initials: agentInitials });
    if (message.from === 'assistant' && agent !== null) {
      rows.push({ key: `back ${message.id}`, kind: 'assistant-back' });
      agent = null;
    }
    bubbles(message.from, message.id, message.parts, message.language, agentName, agentInitials);
    if (message.options) options(message.id, message.seq, message.options);
  }
  if (joined) takeOver(joined.agent);
  for (const { id, text, refused } of state.pending) {
    bubbles('customer', id, [{ text }], '', '', '');
    if (refused !== undefined) rows.push({ key: `refused ${id}`, kind: 'refused', id, sentence: refused });
  }
  const status = statusOf(state);
  if (status) rows.push({ key: 'status', kind: 'status', status });
  if (state.agentTyping && state.state.agent) rows.push({ key: 'typing', kind: 'typing', ...state.state.agent });
  else if (state.awaiting && state.connection === 'live') rows.push({ key: 'typing', kind: 'typing', name: '', initials: '' });
  if (state.state.owner === 'queued') rows.push({ key: 'waiting', kind: 'waiting' });
  if (state.state.owner === 'closed' && state.pending.length === 0) rows.push({ key: `closed ${state.messages.at(-1)?.seq ?? 0}`, kind: 'closed' });
  return rows;

  function takeOver(who: { name: string; initials: string }): void {
    if (joined?.agent.name === who.name) joined = null;
    if (agent === who.name) return;
    agent = who.name;
    from = null;
    rows.push({ key: `over ${who.name} ${rows.filter(({ kind }) => kind === 'hand-over').length}`, kind: 'hand-over', ...who });
  }

  function bubbles(author: WireAuthor, id: string, parts: readonly { text: string }[], language: string, name: string, initials: string): void {
    parts.forEach(({ text }, index) => {
      rows.push({ key: `${id} ${index}`, kind: 'bubble', from: author, text, language, name, initials, first: from !== author });
      from = author;
    });
  }

  /** Buttons live until she answers, in any way; the one she pressed is shown for a moment, then the row is folded. */
  function options(messageId: string, seq: number, offered: { value: string; label: string }[]): void {
    const pressed = state.pressed?.messageId === messageId ? state.pressed.value : null;
    const answered = state.pending.length > 0 || state.messages.some((later) => later.seq > seq && (later.from === 'customer' || later.options !== undefined));
    if (pressed === null && (answered || state.state.owner !== 'bot')) return;
    rows.push({ key: `options ${messageId}`, kind: 'options', messageId, options: offered, chosen: pressed });
    from = null;
  }
}

/** Only of her last message, and only while nothing has come after it. */
function statusOf(state: ChatState): 'sending' | 'waiting' | 'delivered' | 'read' | null {
  const unsent = state.pending.at(-1);
  if (unsent) return unsent.refused !== undefined ? null : state.connection === 'live' || state.connection === 'off' ? 'sending' : 'waiting';
  const last = state.messages.at(-1);
  if (last?.from !== 'customer') return null;
  return state.receipts.seen >= last.seq ? 'read' : 'delivered';
}
