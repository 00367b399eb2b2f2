import type { HandoffRequirement } from '../compiler/machine-json';
import type { Instant } from '../engine/engine-types';
import type { Decision, OtherCode, Reason, ReasonCode, RoutingAgent, RoutingState, WaitingConversation } from './routing-state';

export type { Decision, Reason, RoutingState } from './routing-state';

/**
 * Who gets what now. First takes back offers to agents who can no longer take them, then offers what waits: the most
 * urgent, then the oldest, each to the eligible agent with the most of the skills it needs, then the one idle longest.
 * A live hand-over that no available agent could take at all is *unavailable*. Decisions hold in their order.
 *
 * Pure: the same state and time give the same decisions, in whatever order agents and conversations are listed.
 */
export function decide(state: RoutingState, now: Instant): Decision[] {
  const agents = [...state.agents].sort((left, right) => order(left.id, right.id));
  const waiting = [...state.waiting].sort(byUrgency);
  const load = new Map(agents.map((agent) => [agent.id, agent.load]));
  const decisions: Decision[] = [];
  const open: WaitingConversation[] = [];
  for (const item of waiting) {
    const withdrawn = item.offeredTo === null ? undefined : withdraw(item, item.offeredTo, agents);
    if (withdrawn) {
      decisions.push(withdrawn);
      load.set(withdrawn.agentId, (load.get(withdrawn.agentId) ?? 0) - 1);
    }
    if (withdrawn || item.offeredTo === null) open.push(item);
  }
  for (const item of open) {
    const decision = offer(item, agents, load, now);
    if (decision?.kind === 'offer') load.set(decision.agentId, (load.get(decision.agentId) ?? 0) + 1);
    if (decision) decisions.push(decision);
  }
  return decisions;
}

type Withdrawal = Extract<Decision, { kind: 'withdraw' }>;

function withdraw(item: WaitingConversation, agentId: string, agents: readonly RoutingAgent[]): Withdrawal | undefined {
  const agent = agents.find(({ id }) => id === agentId);
  const because = agent ? unfit(item, agent) : 'gone';
  if (!because) return undefined;
  const params: Reason['params'] = agent ? { agent: agent.name, because } : { because };
  return { kind: 'withdraw', conversationId: item.conversationId, agentId, reason: { code: 'no-longer-eligible', params, others: [] } };
}

function offer(item: WaitingConversation, agents: readonly RoutingAgent[], load: ReadonlyMap<string, number>, now: Instant): Decision | undefined {
  const { conversationId, requirement } = item;
  const others: Reason['others'] = [];
  const eligible: RoutingAgent[] = [];
  for (const agent of agents) {
    const code = unfit(item, agent) ?? ((load.get(agent.id) ?? 0) >= agent.capacity ? 'full' : undefined);
    if (code) others.push({ agentId: agent.id, code });
    else eligible.push(agent);
  }
  const [best, ...rest] = eligible.sort((left, right) => rank(left, right, requirement, now));
  if (!best) {
    if (requirement.mode !== 'live' || agents.some((agent) => couldTake(item, agent))) return undefined;
    return { kind: 'unavailable', conversationId, reason: { code: 'nobody-available', params: {}, others } };
  }
  const reason: Reason = {
    code: whyBest(best, rest[0], requirement, now),
    params: {
      agent: best.name,
      skills: requirement.skills.map((key) => ({ key, level: levelOf(best, key) })),
      free: best.capacity - (load.get(best.id) ?? 0),
      capacity: best.capacity,
    },
    others: [...rest.map((agent) => ({ agentId: agent.id, code: whyNot(agent, best, requirement, now) })), ...others].sort((left, right) => order(left.agentId, right.agentId)),
  };
  return { kind: 'offer', conversationId, agentId: best.id, reason };
}

/** What keeps an agent from a conversation, apart from how much she has to do. */
function unfit(item: WaitingConversation, agent: RoutingAgent): OtherCode | undefined {
  if (agent.presence !== 'available') return agent.presence;
  if (!agent.queues.includes(item.queue)) return 'other-queue';
  if (item.requirement.skills.some((key) => levelOf(agent, key) < 1)) return 'lacks-skill';
  return agent.declined.includes(item.conversationId) ? 'declined' : undefined;
}

/** Whether waiting for her makes sense, however much she has to do now and whatever she declined. */
function couldTake(item: WaitingConversation, agent: RoutingAgent): boolean {
  const code = unfit(item, agent);
  return code === undefined || code === 'declined';
}

function rank(left: RoutingAgent, right: RoutingAgent, requirement: HandoffRequirement, now: Instant): number {
  return skill(right, requirement) - skill(left, requirement) || idle(right, now) - idle(left, now) || order(left.id, right.id);
}

function whyBest(best: RoutingAgent, second: RoutingAgent | undefined, requirement: HandoffRequirement, now: Instant): ReasonCode {
  if (!second) return 'only-one';
  if (skill(best, requirement) > skill(second, requirement)) return 'most-skilled';
  return idle(best, now) > idle(second, now) ? 'longest-idle' : 'first-in-order';
}

function whyNot(agent: RoutingAgent, best: RoutingAgent, requirement: HandoffRequirement, now: Instant): OtherCode {
  if (skill(agent, requirement) < skill(best, requirement)) return 'less-skilled';
  return idle(agent, now) < idle(best, now) ? 'busier' : 'later-in-order';
}

function skill(agent: RoutingAgent, requirement: HandoffRequirement): number {
  return requirement.skills.reduce((sum, key) => sum + levelOf(agent, key), 0);
}

function levelOf(agent: RoutingAgent, key: string): number {
  return Object.hasOwn(agent.skills, key) ? (agent.skills[key] ?? 0) : 0;
}

/** A clock that was set back must not make anybody idle for less than nothing. */
function idle(agent: RoutingAgent, now: Instant): number {
  return Math.max(now - agent.idleSince, 0);
}

const URGENCY: Record<HandoffRequirement['priority'], number> = { urgent: 0, high: 1, normal: 2, low: 3 };

function byUrgency(left: WaitingConversation, right: WaitingConversation): number {
  return URGENCY[left.requirement.priority] - URGENCY[right.requirement.priority] || left.enqueuedAt - right.enqueuedAt || order(left.conversationId, right.conversationId);
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
