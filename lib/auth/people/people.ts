import type { Presence } from '../account-views';
import type { Caller } from '../caller';
import type { Role } from '../roles';

/** How an agent is routed to: conversations at once, queues, and levels (1 to 5) by skill. */
export interface AgentSettings {
  capacity: number;
  queues: string[];
  skills: Record<string, number>;
}

/** people.list: one member. Times are epoch milliseconds. */
export interface PersonView {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** Null when she never signed in, or has signed out since. */
  lastSignInAt: number | null;
  /** Null for a member who takes no conversations. */
  agent: (AgentSettings & { presence: Presence }) | null;
  /** Conversations in her hands. */
  openConversations: number;
}

export interface NewPerson {
  name: string;
  email: string;
  roles: Role[];
  /** What she starts with when she is an agent; the default queue when it says nothing. */
  agent?: AgentSettings | undefined;
}

/** Use cases on the members of the caller's workspace. */
export interface People {
  list(caller: Caller): Promise<PersonView[]>;
  /** Refuses `already-member`, `email-taken`. The password is known at this moment only. */
  add(caller: Caller, person: NewPerson): Promise<{ id: string; password: string }>;
  /** Refuses `person-unknown`, `last-administrator`. Whoever is no agent any more gives her conversations back to the queue: `released` of them. */
  change(caller: Caller, input: Omit<NewPerson, 'email'> & { id: string }): Promise<{ released: number }>;
  /** Ends the sessions that the old password opened, the caller's own excepted. Refuses `person-unknown`. */
  renewPassword(caller: Caller, id: string): Promise<{ password: string }>;
  /** Refuses `person-unknown`, `last-administrator`, `remove-yourself`. Out at the next request; conversations go back to the queue. */
  remove(caller: Caller, id: string): Promise<{ released: number }>;
}
