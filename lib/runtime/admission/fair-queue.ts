import type { ConversationKey } from '../runtime-types';

/** Agents' acts in a row before one of the others of their workspace. */
const URGENT_IN_A_ROW = 4;

/** What waits in one conversation. */
interface Line<T> {
  key: ConversationKey;
  urgent: T[];
  usual: T[];
  /** One of it is under way: nothing else of it is taken. */
  running: boolean;
}

interface Workspace<T> {
  id: string;
  lines: Map<string, Line<T>>;
  waiting: number;
  /** Lines something may be taken of, those that were served last at the end. */
  urgent: Set<Line<T>>;
  usual: Set<Line<T>>;
  urgentInARow: number;
}

export interface Taken<T> {
  item: T;
  /** It is over: the conversation's next one may be taken. */
  done(): void;
}

/**
 * Who is next: workspaces in turn, within one its conversations in turn, within one what came first, and never two of
 * one conversation at once. What is urgent (an agent's act) goes before the rest of its workspace, four in a row at
 * most. Every operation takes the same time however much waits.
 */
export interface FairQueue<T> {
  push(key: ConversationKey, item: T, urgent: boolean): void;
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
    push(key, item, urgent) {
      const workspace = workspaceOf(key.workspaceId);
      const line = lineOf(workspace, key);
      line[urgent ? 'urgent' : 'usual'].push(item);
      workspace.waiting += 1;
      waiting += 1;
      makeReady(workspace, line);
    },
    take() {
      const [workspace] = ring;
      if (!workspace) return undefined;
      ring.delete(workspace);
      const urgent = workspace.urgent.size > 0 && (workspace.usual.size === 0 || workspace.urgentInARow < URGENT_IN_A_ROW);
      workspace.urgentInARow = urgent ? workspace.urgentInARow + 1 : 0;
      const ready = urgent ? workspace.urgent : workspace.usual;
      const [line] = ready;
      if (!line) return undefined;
      ready.delete(line);
      const item = line[urgent ? 'urgent' : 'usual'].shift() as T;
      line.running = true;
      workspace.waiting -= 1;
      waiting -= 1;
      if (workspace.urgent.size > 0 || workspace.usual.size > 0) ring.add(workspace);
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
    if (line.urgent.length > 0) {
      workspace.usual.delete(line);
      workspace.urgent.add(line);
    } else workspace.usual.add(line);
    ring.add(workspace);
  }

  function workspaceOf(id: string): Workspace<T> {
    const known = workspaces.get(id);
    if (known) return known;
    const made: Workspace<T> = { id, lines: new Map(), waiting: 0, urgent: new Set(), usual: new Set(), urgentInARow: 0 };
    workspaces.set(id, made);
    return made;
  }

  function lineOf(workspace: Workspace<T>, key: ConversationKey): Line<T> {
    const known = workspace.lines.get(key.conversationId);
    if (known) return known;
    const made: Line<T> = { key, urgent: [], usual: [], running: false };
    workspace.lines.set(key.conversationId, made);
    return made;
  }
}
