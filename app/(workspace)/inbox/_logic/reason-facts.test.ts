import { describe, expect, it } from 'vitest';
import { decide } from '@/flows/routing/decide';
import { reasonFacts } from './reason-facts';

describe('reasonFacts', () => {
  it('reads what the routing itself says', () => {
    const agent = { presence: 'available' as const, capacity: 4, queues: ['service'], idleSince: 0, declined: [] };
    const requirement = { skills: ['delivery'], queue: null, priority: 'normal' as const, mode: 'keep-waiting' as const };
    const [decision] = decide(
      {
        agents: [
          { ...agent, id: 'lea', name: 'Léa', load: 2, skills: { delivery: 4 } },
          { ...agent, id: 'karim', name: 'Karim', load: 4, skills: { delivery: 5 } },
        ],
        waiting: [{ conversationId: 'c', requirement, queue: 'service', enqueuedAt: 0, offeredTo: null }],
      },
      10,
    );
    const { code, params, others } = decision?.reason ?? { code: '', params: {}, others: [] };
    const named = others.map((other) => ({ ...other, name: 'Karim' }));
    expect(reasonFacts({ code, params: { ...params }, others: named })).toEqual({
      code: 'only-one',
      skills: [{ key: 'delivery', level: 4 }],
      free: 2,
      capacity: 4,
      others: [{ name: 'Karim', code: 'full' }],
    });
  });

  it('names no more than two others, and nobody who was not there', () => {
    const other = (name: string, code: string): { agentId: string; name: string; code: string } => ({ agentId: name, name, code });
    const facts = reasonFacts({ code: 'most-skilled', params: { free: 1, capacity: 4 }, others: [other('A', 'offline'), other('B', 'full'), other('C', 'away'), other('D', 'full'), { agentId: 'x', code: 'full' }] });
    expect(facts?.others.map(({ name }) => name)).toEqual(['B', 'C']);
  });

  it('has nothing to say without slots', () => {
    expect(reasonFacts({ code: 'no-longer-eligible', params: { because: 'away' }, others: [] })).toBeNull();
  });
});
