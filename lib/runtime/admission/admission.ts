import type { ConversationKey } from '../runtime-types';
import { createFairQueue, type FairQueue, type Taken } from './fair-queue';
import { OverloadError, type OverloadScope } from './overload-error';
import { createPace } from './pace';
import { createToldToWait } from './told-to-wait';

/**
 * Who asks. A customer is refused when too much waits. An agent never is, and goes before customers. What the program
 * owes (a timer, an effect's answer) is never refused either: it was promised when it was written down.
 */
export type Rank = 'customer' | 'agent' | 'internal';

export interface AdmissionLimits {
  /** Units given to the store at once. 64 fill a group of the write lane; what is beyond waits in fair order. */
  underway: number;
  /** Units that may wait before customers are refused: altogether, in one workspace, in one conversation. */
  waiting: number;
  waitingInWorkspace: number;
  waitingInConversation: number;
}

const LIMITS: AdmissionLimits = { underway: 64, waiting: 2048, waitingInWorkspace: 1536, waitingInConversation: 128 };

/** What is going on, for whoever measures. */
export interface Load {
  waiting: number;
  underway: number;
  /** Since the start, by who asked. */
  admitted: Readonly<Record<Rank, number>>;
  /** Since the start, by whose doing it was. */
  refused: Readonly<Record<OverloadScope, number>>;
  /** Units per second, measured while there is work. */
  perSecond: number;
}

export interface Admission {
  /**
   * Runs `work` when it is its turn: at once when little is under way.
   * @throws OverloadError a customer's, when too much waits; `work` is then never called
   */
  run<T>(key: ConversationKey, rank: Rank, work: () => Promise<T>): Promise<T>;
  /** Refuses what {@link run} would refuse now; before what is asked has cost anything. @throws OverloadError */
  check(key: ConversationKey): void;
  load(): Load;
}

interface Unit {
  start(): Promise<void>;
}

/** Of the time worked, under overload. */
const REST_SHARE = 0.25;
const LONGEST_REST_MS = 50;

/** How far beyond the limits a conversation gets that has nothing waiting, and that waits when it is told to. */
const RESERVE = 1.25;

/** Longest that somebody is asked to stay away, in seconds. */
const LONGEST_WAIT = 60;

/**
 * The gate before the store: bounds what waits, and lets in who is next. Clock and chance are given: milliseconds, and 0 to 1.
 * @param rest while more waits than is under way, calls back after so many milliseconds in which the event loop went
 * round: it takes one new connection each time it does, and those who come must not wait unseen in front of the gate
 */
export function createAdmission(now: () => number, chance: () => number, limits: AdmissionLimits = LIMITS, rest?: (ms: number, then: () => void) => void): Admission {
  const queue: FairQueue<Unit> = createFairQueue();
  const pace = createPace();
  const told = createToldToWait();
  const admitted: Record<Rank, number> = { customer: 0, agent: 0, internal: 0 };
  const refused: Record<OverloadScope, number> = { conversation: 0, workspace: 0, program: 0 };
  let underway = 0;
  let resting = false;
  let workedSince = now();

  return {
    run(key, rank, work) {
      const early = rank === 'customer' && told.isEarly(key, now());
      const overload = rank === 'customer' ? refusal(key) : undefined;
      if (overload) return Promise.reject(overload);
      if (rank === 'customer') told.forget(key);
      admitted[rank] += 1;
      return new Promise((resolve, reject) => {
        queue.push(key, { start: () => work().then(resolve, reject) }, rank === 'agent', early);
        if (!resting) letIn();
      });
    },
    check(key) {
      const overload = refusal(key);
      if (overload) throw overload;
    },
    load: () => ({ waiting: queue.waiting(), underway, admitted: { ...admitted }, refused: { ...refused }, perSecond: pace.perSecond() }),
  };

  function letIn(): void {
    while (underway < limits.underway) {
      const next = queue.take();
      if (!next) return;
      void pass(next);
    }
  }

  async function pass({ item, done }: Taken<Unit>): Promise<void> {
    const began = now();
    underway += 1;
    pace.began(began);
    await item.start();
    underway -= 1;
    const ended = now();
    pace.ended(ended, ended - began);
    done();
    letInRested();
  }

  function letInRested(): void {
    if (resting) return;
    if (!rest || queue.waiting() <= limits.underway) {
      letIn();
      return;
    }
    resting = true;
    rest(Math.min(LONGEST_REST_MS, (now() - workedSince) * REST_SHARE), () => {
      resting = false;
      workedSince = now();
      letIn();
    });
  }

  function refusal(key: ConversationKey): OverloadError | undefined {
    const scope = tooMuch(key);
    if (!scope) return undefined;
    refused[scope] += 1;
    const seconds = retryAfter(scope, key);
    told.tell(key, now() + seconds * 1000);
    return new OverloadError(scope, seconds);
  }

  function tooMuch(key: ConversationKey): OverloadScope | null {
    const mine = queue.waitingFor(key);
    if (mine >= limits.waitingInConversation) return 'conversation';
    // Whoever has nothing waiting may still get in when those with more to do may not.
    const room = mine === 0 && !told.isEarly(key, now()) ? RESERVE : 1;
    if (queue.waitingIn(key.workspaceId) >= limits.waitingInWorkspace * room) return 'workspace';
    return queue.waiting() >= limits.waiting * room ? 'program' : null;
  }

  /** When what waits now will be done; spread, so that those refused together do not come back together. */
  function retryAfter(scope: OverloadScope, key: ConversationKey): number {
    const seconds = {
      conversation: () => (queue.waitingFor(key) * pace.unitMs()) / 1000,
      workspace: () => (queue.waitingIn(key.workspaceId) * queue.workspaces()) / pace.perSecond(),
      program: () => queue.waiting() / pace.perSecond(),
    }[scope]();
    return Math.min(LONGEST_WAIT, Math.max(1, Math.ceil(seconds * (1 + chance()))));
  }
}
