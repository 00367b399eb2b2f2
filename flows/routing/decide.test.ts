import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './decide.cases.json';
import { decide } from './decide';
import { type Decision, OTHER_CODES, REASON_CODES, type RoutingAgent, type RoutingState, type WaitingConversation } from './routing-state';

const NOW = 1000;

interface WaitingInput extends Partial<Omit<WaitingConversation, 'requirement' | 'queue'>>, Partial<Omit<WaitingConversation['requirement'], 'queue'>> {
  queue?: string;
  conversationId: string;
}
interface Expected {
  kind: Decision['kind'];
  conversationId: string;
  agentId?: string;
  code: string;
  params?: object;
  others?: Record<string, string>;
}
interface Case {
  name: string;
  agents: (Partial<RoutingAgent> & { id: string })[];
  waiting: WaitingInput[];
  decisions: Expected[];
}

const agentOf = (given: Partial<RoutingAgent> & { id: string }): RoutingAgent => ({
  name: given.id.charAt(0).toUpperCase() + given.id.slice(1),
  presence: 'available', capacity: 1, load: 0, skills: {}, queues: ['service'], idleSince: 100, declined: [],
  ...given,
});
const waitingOf = ({ skills = [], queue = 'service', priority = 'normal', mode = 'keep-waiting', enqueuedAt = 0, offeredTo = null, conversationId }: WaitingInput): WaitingConversation => ({
  conversationId, queue, enqueuedAt, offeredTo, requirement: { skills, queue, priority, mode },
});
const shown = (decision: Decision): Expected => ({
  kind: decision.kind,
  conversationId: decision.conversationId,
  ...('agentId' in decision && { agentId: decision.agentId }),
  code: decision.reason.code,
  params: decision.reason.params,
  others: Object.fromEntries(decision.reason.others.map(({ agentId, code }) => [agentId, code])),
});

describe('decide', () => {
  it.each(cases as unknown as Case[])('$name', ({ agents, waiting, decisions }) => {
    const made = decide({ agents: agents.map(agentOf), waiting: waiting.map(waitingOf) }, NOW).map(shown);
    expect(made).toEqual(decisions.map((decision) => expect.objectContaining(decision) as unknown));
  });
});

const keys = fc.constantFrom('x', 'y', 'z');
const level = fc.integer({ min: 0, max: 5 });
const queue = fc.constantFrom('service', 'sales');
const conversationIds = Array.from({ length: 8 }, (_, index) => `c${index}`);
const agentIds = ['a', 'b', 'c', 'd', 'e'];
const state: fc.Arbitrary<RoutingState> = fc
  .record({
    agents: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...agentIds),
        presence: fc.constantFrom('available' as const, 'available' as const, 'away' as const, 'offline' as const),
        capacity: fc.integer({ min: 0, max: 3 }),
        held: fc.integer({ min: 0, max: 3 }),
        skills: fc.dictionary(keys, level),
        queues: fc.uniqueArray(queue),
        idleSince: fc.integer({ min: 0, max: 2000 }),
        declined: fc.uniqueArray(fc.constantFrom(...conversationIds), { maxLength: 3 }),
      }),
      { selector: ({ id }) => id },
    ),
    waiting: fc.uniqueArray(
      fc.record({
        conversationId: fc.constantFrom(...conversationIds),
        queue,
        enqueuedAt: fc.integer({ min: 0, max: 50 }),
        offeredTo: fc.option(fc.constantFrom(...agentIds), { freq: 4 }),
        skills: fc.uniqueArray(keys, { maxLength: 2 }),
        priority: fc.constantFrom('low' as const, 'normal' as const, 'high' as const, 'urgent' as const),
        mode: fc.constantFrom('live' as const, 'keep-waiting' as const),
      }),
      { selector: ({ conversationId }) => conversationId },
    ),
  })
  .map(({ agents, waiting }) => ({
    waiting: waiting.map(waitingOf),
    agents: agents.map(({ held, ...agent }) => agentOf({ ...agent, load: held + waiting.filter(({ offeredTo }) => offeredTo === agent.id).length })),
  }));

/** The state after its decisions were carried out. */
function after(before: RoutingState, decisions: readonly Decision[]): RoutingState {
  let { agents, waiting } = before;
  for (const decision of decisions) {
    if (decision.kind === 'unavailable') continue;
    const step = decision.kind === 'offer' ? 1 : -1;
    agents = agents.map((agent) => (agent.id === decision.agentId ? { ...agent, load: agent.load + step } : agent));
    waiting = waiting.map((item) => (item.conversationId === decision.conversationId ? { ...item, offeredTo: step === 1 ? decision.agentId : null } : item));
  }
  return { agents, waiting };
}
const could = (agent: RoutingAgent, item: WaitingConversation) =>
  agent.presence === 'available' && agent.queues.includes(item.queue) && item.requirement.skills.every((key) => (agent.skills[key] ?? 0) >= 1);

describe('properties of decide', () => {
  it('gives nobody more than she takes, and only what she can take', () => {
    fc.assert(
      fc.property(state, (before) => {
        const decisions = decide(before, NOW);
        const then = after(before, decisions);
        for (const decision of decisions) {
          if (decision.kind !== 'offer') continue;
          const agent = then.agents.find(({ id }) => id === decision.agentId);
          const item = then.waiting.find(({ conversationId }) => conversationId === decision.conversationId);
          if (!agent || !item) throw new Error('an offer of nothing to nobody');
          expect(agent.load).toBeLessThanOrEqual(agent.capacity);
          expect(could(agent, item)).toBe(true);
          expect(agent.declined).not.toContain(item.conversationId);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('offers nothing to two, and takes back before it offers anew', () => {
    fc.assert(
      fc.property(state, (before) => {
        const offered = new Map(before.waiting.map(({ conversationId, offeredTo }) => [conversationId, offeredTo]));
        for (const decision of decide(before, NOW)) {
          if (decision.kind === 'offer') {
            expect(offered.get(decision.conversationId)).toBeNull();
            offered.set(decision.conversationId, decision.agentId);
          } else if (decision.kind === 'withdraw') {
            expect(offered.get(decision.conversationId)).toBe(decision.agentId);
            offered.set(decision.conversationId, null);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same in whatever order it is told, and settled once carried out', () => {
    fc.assert(
      fc.property(state, (before) => {
        const decisions = decide(before, NOW);
        expect(decide({ agents: [...before.agents].reverse(), waiting: [...before.waiting].reverse() }, NOW)).toEqual(decisions);
        expect(decide(after(before, decisions), NOW).filter(({ kind }) => kind !== 'unavailable')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets wait only what nobody fit has room for', () => {
    fc.assert(
      fc.property(state, (before) => {
        const then = after(before, decide(before, NOW));
        for (const item of then.waiting.filter(({ offeredTo }) => offeredTo === null)) {
          for (const agent of then.agents.filter((one) => could(one, item) && !one.declined.includes(item.conversationId))) {
            expect(agent.load).toBeGreaterThanOrEqual(agent.capacity);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('calls unavailable exactly the live ones that no available agent could take', () => {
    fc.assert(
      fc.property(state, (before) => {
        const decisions = decide(before, NOW);
        const then = after(before, decisions);
        const lost = then.waiting.filter((item) => item.offeredTo === null && item.requirement.mode === 'live' && !then.agents.some((agent) => could(agent, item)));
        expect(decisions.filter(({ kind }) => kind === 'unavailable').map(({ conversationId }) => conversationId).sort()).toEqual(lost.map(({ conversationId }) => conversationId).sort());
      }),
      { numRuns: 1000 },
    );
  });

  it('never passes over the more urgent for the less', () => {
    fc.assert(
      fc.property(state, (before) => {
        const then = after(before, decide(before, NOW));
        const fresh = decide(before, NOW).filter(({ kind }) => kind === 'offer');
        const urgency = ['urgent', 'high', 'normal', 'low'];
        for (const left of then.waiting.filter(({ offeredTo }) => offeredTo === null)) {
          for (const decision of fresh) {
            const item = before.waiting.find(({ conversationId }) => conversationId === decision.conversationId);
            const agent = then.agents.find(({ id }) => 'agentId' in decision && id === decision.agentId);
            if (!item || !agent || agent.declined.includes(left.conversationId) || !could(agent, left)) continue;
            expect(urgency.indexOf(item.requirement.priority)).toBeLessThanOrEqual(urgency.indexOf(left.requirement.priority));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('uses the codes it lists', () => {
    fc.assert(
      fc.property(state, (before) => {
        for (const { reason } of decide(before, NOW)) {
          expect(REASON_CODES).toContain(reason.code);
          for (const { code } of reason.others) expect(OTHER_CODES).toContain(code);
        }
      }),
    );
  });
});
