import type { ConversationKey } from '../runtime-types';

/** Taken in a row of what goes first in a workspace, before one of what comes after it. */
const IN_A_ROW = 4;

/** What waits in one conversation. */
interface Line<T> {
  key: ConversationKey;
  urgent: T[];
  usual: T[];
  /** One of it is under way: nothing else of it is taken. */
  running: boolean;
  /** Something of it was taken since it began to wait, or it did not wait when it was told to. */
  served: boolean;
}

interface Workspace<T> {
  id: string;
  lines: Map<string, Line<T>>;
  waiting: number;
  /**
   * Lines something may be taken of, those that were served last at the end; what goes first, first: agents' acts, then
   * conversations nothing was taken of yet (a quiet one needs one turn only), then those with more to do.
   */
  ready: readonly [urgent: Set<Line<T>>, fresh: Set<Line<T>>, busy: Set<Line<T>>];
  /** How many were taken of each in a row. */
  inARow: [number, number, number];
}

export interface Taken<T> {
  item: T;
  /** It is over: the conversation's next one may be taken. */
  done(): void;
}

/**
 * Who is next: workspaces in turn, within one its conversations in turn, within one what came first, and never two of
 * one conversation at once. What is urgent (an agent's act) goes before the rest of its workspace, and a conversation
 * that had nothing waiting before those that keep sending; four in a row at most. Every operation takes the same time
 * however much waits.
 */
export interface FairQueue<T> {
  /** `busy`: it does not go before those that keep sending, though nothing of it waits. */
  push(key: ConversationKey, item: T, urgent: boolean, busy?: boolean): void;
  /** Nothing when nothing waits, or only in conversations that have one under way. */
  take(): Taken<T> | undefined;
  /** How many wait: altogether, in a workspace, in a conversation. */
  waiting(): number;
  waitingIn(workspaceId: string): number;
  waitingFor(key: ConversationKey): number;
  /** Workspaces where something waits or is under way. */
  workspaces(): number;
}

export function createFairQueue<T>(): FairQueue<T> {
  const workspaces = new Map<string, Workspace<T>>();
  const ring = new Set<Workspace<T>>();
  let waiting = 0;

  return {
    push(key, item, urgent, busy = false) {
      const workspace = workspaceOf(key.workspaceId);
      const line = lineOf(workspace, key, busy);
      line[urgent ? 'urgent' : 'usual'].push(item);
      workspace.waiting += 1;
      waiting += 1;
      makeReady(workspace, line);
    },
    take() {
      const [workspace] = ring;
      if (!workspace) return undefined;
      ring.delete(workspace);
      const rank = rankOfNext(workspace);
      const [line] = workspace.ready[rank];
      if (!line) return undefined;
      workspace.ready[rank].delete(line);
      const item = line[rank === 0 ? 'urgent' : 'usual'].shift() as T;
      line.running = true;
      line.served = true;
      workspace.waiting -= 1;
      waiting -= 1;
      if (workspace.ready.some(({ size }) => size > 0)) ring.add(workspace);
      return { item, done: () => over(workspace, line) };
    },
    waiting: () => waiting,
    waitingIn: (workspaceId) => workspaces.get(workspaceId)?.waiting ?? 0,
    waitingFor({ workspaceId, conversationId }) {
      const line = workspaces.get(workspaceId)?.lines.get(conversationId);
      return line ? line.urgent.length + line.usual.length : 0;
    },
    workspaces: () => workspaces.size,
  };

  function over(workspace: Workspace<T>, line: Line<T>): void {
    line.running = false;
    if (line.urgent.length > 0 || line.usual.length > 0) {
      makeReady(workspace, line);
      return;
    }
    workspace.lines.delete(line.key.conversationId);
    if (workspace.lines.size === 0) workspaces.delete(workspace.id);
  }

  function makeReady(workspace: Workspace<T>, line: Line<T>): void {
    if (line.running) return;
    const [urgent, fresh, busy] = workspace.ready;
    if (line.urgent.length > 0) {
      fresh.delete(line);
      busy.delete(line);
      urgent.add(line);
    } else (line.served ? busy : fresh).add(line);
    ring.add(workspace);
  }

  /** The first kind that has something, unless it had its share and one after it waits. */
  function rankOfNext({ ready, inARow }: Workspace<T>): 0 | 1 | 2 {
    for (const rank of [0, 1] as const) {
      const later = ready.some(({ size }, other) => other > rank && size > 0);
      if (ready[rank].size === 0 || (later && inARow[rank] >= IN_A_ROW)) inARow[rank] = 0;
      else {
        inARow[rank] += 1;
        return rank;
      }
    }
    return 2;
  }

  function workspaceOf(id: string): Workspace<T> {
    const known = workspaces.get(id);
    if (known) return known;
    const made: Workspace<T> = { id, lines: new Map(), waiting: 0, ready: [new Set(), new Set(), new Set()], inARow: [0, 0, 0] };
    workspaces.set(id, made);
    return made;
  }

  function lineOf(workspace: Workspace<T>, key: ConversationKey, busy: boolean): Line<T> {
    const known = workspace.lines.get(key.conversationId);
    if (known) return known;
    const made: Line<T> = { key, urgent: [], usual: [], running: false, served: busy };
    workspace.lines.set(key.conversationId, made);
    return made;
  }
}
