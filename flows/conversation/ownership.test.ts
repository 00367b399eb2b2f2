import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handledBy } from './handled-by';
import cases from './ownership.cases.json';
import { type Owner, type Ownership, type OwnershipEvent, hears, own } from './ownership';

interface Case {
  name: string;
  from: Ownership;
  event: OwnershipEvent;
  next?: Ownership;
  code?: string;
}

const agents = fc.constantFrom('lea', 'karim', 'nadia');
const events: fc.Arbitrary<OwnershipEvent> = fc.oneof(
  fc.constantFrom<OwnershipEvent>(...(['bot.queued', 'bot.resumed', 'agent.released', 'snoozed', 'woken', 'reopened'] as const).map((type) => ({ type })), { type: 'closed', by: 'agent' }),
  fc.record({ type: fc.constantFrom('agent.accepted' as const, 'agent.took-over' as const, 'agent.transferred' as const), agentId: agents }),
);
const start: Ownership = { owner: 'bot', epoch: 0, agentId: null };

describe('own', () => {
  it.each(cases as Case[])('$name', ({ from, event, next, code }) => {
    expect(own(from, event)).toEqual(next ? { accepted: true, next } : { accepted: false, code });
  });

  it('an agent is named exactly while one holds the conversation; the epoch never goes back, and advances when the agent changes', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (list) => {
        let state = start;
        for (const event of list) {
          const result = own(state, event);
          if (!result.accepted) continue;
          const { next } = result;
          expect(next.agentId !== null).toBe(next.owner === 'agent' || next.owner === 'snoozed');
          const agentCame = next.agentId !== null && next.agentId !== state.agentId;
          const gaveBack = event.type === 'agent.released';
          expect(next.epoch).toBe(state.epoch + (agentCame || gaveBack ? 1 : 0));
          state = next;
        }
      }),
    );
  });

  it('only an agent\'s own doing ends her hold', () => {
    fc.assert(
      fc.property(events, agents, (event, agentId) => {
        const result = own({ owner: 'agent', epoch: 1, agentId }, event);
        if (result.accepted && result.next.agentId !== agentId) expect(['agent.took-over', 'agent.transferred', 'agent.released', 'closed']).toContain(event.type);
      }),
    );
  });
});

describe('hears', () => {
  it.each<[Owner, string]>([['bot', 'bot'], ['queued', 'bot'], ['agent', 'inbox'], ['snoozed', 'inbox'], ['closed', 'inbox']])('%s: %s', (owner, who) => {
    expect(hears(owner)).toBe(who);
  });
});

describe('handledBy', () => {
  it.each([[true, false, 'bot'], [true, true, 'hybrid'], [false, true, 'agent'], [false, false, 'agent']])('bot %s, agent %s: %s', (bot, agent, expected) => {
    expect(handledBy({ bot, agent })).toBe(expected);
  });
});
