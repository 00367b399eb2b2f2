/** Who holds a conversation. A snoozed one is its agent's, out of her sight. */
export type Owner = 'bot' | 'queued' | 'agent' | 'snoozed' | 'closed';

/** `epoch` fences: what a bot says under an older epoch than the conversation's is discarded. */
export interface Ownership {
  owner: Owner;
  epoch: number;
  /** The agent of an `agent` or `snoozed` conversation, else null. */
  agentId: string | null;
}

export type OwnershipEvent =
  | { type: 'bot.queued' | 'bot.resumed' | 'agent.released' | 'snoozed' | 'woken' | 'reopened' }
  | { type: 'agent.accepted' | 'agent.took-over' | 'agent.transferred'; agentId: string }
  | { type: 'closed'; by: 'bot' | 'agent' | 'customer' | 'system' };

export type OwnershipRefusal = 'conversation-closed' | 'not-closed' | 'not-queued' | 'not-snoozed' | 'no-agent' | 'agent-owns' | 'already-hers';

export type Owned = { accepted: true; next: Ownership } | { accepted: false; code: OwnershipRefusal };

/**
 * The one place where a conversation changes hands. The epoch advances whenever an agent comes or goes (accepts, takes
 * over, is transferred to, gives back), not when the bot queues: its farewell still has to leave.
 */
export function own(from: Ownership, event: OwnershipEvent): Owned {
  const refusal = refusalOf(from, event);
  return refusal ? { accepted: false, code: refusal } : { accepted: true, next: next(from, event) };
}

/** Who gets a customer's message, a timer, an answer from the world: the flow, or the agent's inbox alone. */
export function hears(owner: Owner): 'bot' | 'inbox' {
  return owner === 'bot' || owner === 'queued' ? 'bot' : 'inbox';
}

function refusalOf({ owner, agentId }: Ownership, event: OwnershipEvent): OwnershipRefusal | undefined {
  if (event.type === 'reopened') return owner === 'closed' ? undefined : 'not-closed';
  if (owner === 'closed') return 'conversation-closed';
  const held = owner === 'agent' || owner === 'snoozed';
  switch (event.type) {
    case 'bot.queued':
      return held ? 'agent-owns' : undefined;
    case 'bot.resumed':
      return owner === 'queued' ? undefined : held ? 'agent-owns' : 'not-queued';
    case 'agent.accepted':
      return owner === 'queued' ? undefined : held ? (agentId === event.agentId ? 'already-hers' : 'agent-owns') : 'not-queued';
    case 'agent.took-over':
      return held && agentId === event.agentId ? 'already-hers' : undefined;
    case 'agent.transferred':
      return held ? (agentId === event.agentId ? 'already-hers' : undefined) : 'no-agent';
    case 'agent.released':
      return held ? undefined : 'no-agent';
    case 'snoozed':
      return owner === 'agent' ? undefined : 'no-agent';
    case 'woken':
      return owner === 'snoozed' ? undefined : 'not-snoozed';
    case 'closed':
      return undefined;
  }
}

function next({ epoch, agentId }: Ownership, event: OwnershipEvent): Ownership {
  switch (event.type) {
    case 'bot.queued':
      return { owner: 'queued', epoch, agentId: null };
    case 'bot.resumed':
    case 'reopened':
      return { owner: 'bot', epoch, agentId: null };
    case 'agent.accepted':
    case 'agent.took-over':
    case 'agent.transferred':
      return { owner: 'agent', epoch: epoch + 1, agentId: event.agentId };
    case 'agent.released':
      return { owner: 'bot', epoch: epoch + 1, agentId: null };
    case 'snoozed':
      return { owner: 'snoozed', epoch, agentId };
    case 'woken':
      return { owner: 'agent', epoch, agentId };
    case 'closed':
      return { owner: 'closed', epoch, agentId: null };
  }
}
