import { describe, expect, test } from 'vitest';
import type { WireMessage } from '../wire';
import { emptyState, type ChatState } from './chat-state';
import { threadRows } from './thread';

const OPTIONS = [{ value: 'n:a', label: 'A' }, { value: 'n:b', label: 'B' }];
const lea = { agentName: 'Léa', agentInitials: 'LF' };

function message(seq: number, from: WireMessage['from'], more: Partial<WireMessage> = {}): WireMessage {
  return { seq, id: `m${seq}`, from, language: 'fr', parts: [{ kind: 'text', text: `texte ${seq}` }], at: 1_800_000_000_000 + seq * 1000, ...more };
}

function kinds(state: Partial<ChatState>): string[] {
  return threadRows({ ...emptyState(), ...state }).map((row) => (row.kind === 'bubble' ? row.from : row.kind));
}

const OPEN = { owner: 'bot', agent: null, status: 'open' } as const;
const WITH_LEA = { owner: 'agent', agent: { name: 'Léa', initials: 'LF' }, status: 'open' } as const;

describe('buttons', () => {
  const asked = [message(1, 'customer'), message(2, 'assistant', { options: OPTIONS })];

  test('stand while they are the last thing asked', () => {
    expect(kinds({ messages: asked, state: OPEN })).toEqual(['day', 'customer', 'assistant', 'options']);
  });

  test('are folded once she answered, in writing or by a message on its way', () => {
    expect(kinds({ messages: [...asked, message(3, 'customer')], state: OPEN })).not.toContain('options');
    expect(kinds({ messages: asked, state: OPEN, pending: [{ id: 'p', text: 'A', at: 0 }] })).not.toContain('options');
  });

  test('are asked once when the question is repeated', () => {
    const again = [...asked, message(3, 'customer'), message(4, 'assistant', { options: OPTIONS })];
    expect(kinds({ messages: again, state: OPEN }).filter((kind) => kind === 'options')).toHaveLength(1);
  });

  test('the pressed one shows for a moment', () => {
    const rows = threadRows({ ...emptyState(), messages: [...asked, message(3, 'customer')], pressed: { messageId: 'm2', value: 'n:b' } });
    expect(rows.find(({ kind }) => kind === 'options')).toMatchObject({ chosen: 'n:b' });
  });

  test('are gone when a person has taken over, or it is over', () => {
    expect(kinds({ messages: asked, state: WITH_LEA })).not.toContain('options');
    expect(kinds({ messages: asked, state: { owner: 'closed', agent: null, status: 'closed' } })).not.toContain('options');
  });
});

describe('the hand-over', () => {
  const before = [message(1, 'customer'), message(2, 'assistant')];

  test('stands where it happened while the page watched', () => {
    const messages = [...before, message(3, 'customer'), message(4, 'agent', lea)];
    expect(kinds({ messages, state: WITH_LEA, joined: { agent: WITH_LEA.agent, after: 2 } })).toEqual(['day', 'customer', 'assistant', 'hand-over', 'customer', 'agent']);
  });

  test('stands before the advisor’s first words when the page came later', () => {
    expect(kinds({ messages: [...before, message(3, 'agent', lea), message(4, 'agent', lea)], state: WITH_LEA })).toEqual(['day', 'customer', 'assistant', 'hand-over', 'agent', 'agent']);
  });

  test('stands at the end while she has not written yet, and is told once for each advisor', () => {
    expect(kinds({ messages: before, state: WITH_LEA, joined: { agent: WITH_LEA.agent, after: 2 } }).at(-1)).toBe('hand-over');
    const two = [...before, message(3, 'agent', lea), message(4, 'agent', { agentName: 'Karim', agentInitials: 'KB' })];
    expect(kinds({ messages: two }).filter((kind) => kind === 'hand-over')).toHaveLength(2);
  });

  test('and back to the assistant is told too', () => {
    expect(kinds({ messages: [...before, message(3, 'agent', lea), message(4, 'assistant')], state: OPEN }).slice(-2)).toEqual(['assistant-back', 'assistant']);
  });
});

describe('her own message', () => {
  const status = (state: Partial<ChatState>): unknown => threadRows({ ...emptyState(), ...state }).find(({ kind }) => kind === 'status');

  test('is on its way, waiting, delivered, then read', () => {
    const pending = [{ id: 'p', text: 'a', at: 0 }];
    expect(status({ pending, connection: 'live' })).toMatchObject({ status: 'sending' });
    expect(status({ pending, connection: 'offline' })).toMatchObject({ status: 'waiting' });
    expect(status({ messages: [message(1, 'customer')] })).toMatchObject({ status: 'delivered' });
    expect(status({ messages: [message(1, 'customer')], receipts: { delivered: 0, read: 0, seen: 1 } })).toMatchObject({ status: 'read' });
    expect(status({ messages: [message(1, 'customer'), message(2, 'assistant')] })).toBeUndefined();
  });

  test('that was refused says why and can be sent again', () => {
    expect(kinds({ pending: [{ id: 'p', text: 'a', at: 0, refused: 'Trop long.' }] })).toEqual(['customer', 'refused']);
  });

  test('keeps its row when the server confirms it', () => {
    const key = (state: Partial<ChatState>): string | undefined => threadRows({ ...emptyState(), ...state }).find(({ kind }) => kind === 'bubble')?.key;
    expect(key({ pending: [{ id: 'm1', text: 'a', at: 0 }] })).toBe(key({ messages: [message(1, 'customer')] }));
  });
});

test('a date stands at the start and after half an hour of silence', () => {
  const late = message(3, 'customer', { at: message(2, 'assistant').at + 31 * 60_000 });
  expect(kinds({ messages: [message(1, 'customer'), message(2, 'assistant'), late] })).toEqual(['day', 'customer', 'assistant', 'day', 'customer', 'status']);
});
