import type { Caller } from '@/lib/auth/caller';
import { callerOf } from '@/lib/auth/membership';
import type { Permission } from '@/lib/auth/permissions';
import type { HubEvent } from '@/lib/realtime/hub';
import { agentNames } from './agent-names';
import type { InboxDeps } from './inbox-deps';
import type { LiveEvent } from './inbox-views';
import { storedToItem } from './thread-message';

/** Events a slow reader may fall behind; beyond, he is only told which conversations to read again. */
const LONGEST_BACKLOG = 1000;

/** When readers come back after a goodbye: each is told another time around it, so that they do not come together. */
const BACK_AFTER_MS = 2000;

/**
 * One member's live stream. Events that only say "read again" are told once however often they happened meanwhile.
 * Members hear of conversations, and of flows, when they may read them.
 */
export async function* liveEvents({ prisma, hub, goodbye }: Pick<InboxDeps, 'prisma' | 'hub' | 'goodbye'>, caller: Caller, signal: AbortSignal): AsyncGenerator<LiveEvent> {
  const workspaceId = caller.workspace.id;
  let permissions: readonly Permission[] = caller.permissions;
  const hears = (event: HubEvent): boolean => {
    if (event.kind === 'member') return event.userId === caller.userId;
    if (event.kind === 'missed') return true;
    return permissions.includes(event.kind === 'flow' ? 'flows.read' : 'inbox.read');
  };
  let backlog: HubEvent[] = [];
  let wake = (): void => undefined;
  const leave = hub.subscribe(`workspace:${workspaceId}`, (event) => {
    if (!hears(event)) return;
    backlog.push(event);
    if (backlog.length > LONGEST_BACKLOG) backlog = collapsed(workspaceId, backlog);
    wake();
  });
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  goodbye.addEventListener('abort', stop);
  const names = new Map<string, string>();
  try {
    while (!signal.aborted) {
      if (backlog.length === 0 && goodbye.aborted) {
        yield { kind: 'bye', retryMs: Math.round(BACK_AFTER_MS * (0.5 + Math.random())) };
        return;
      }
      if (backlog.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const events = backlog;
      backlog = [];
      // What happened meanwhile nobody knows: who comes back reads everything again.
      if (events.some(({ kind }) => kind === 'missed')) {
        yield { kind: 'bye', retryMs: Math.round(BACK_AFTER_MS * Math.random()) };
        return;
      }
      if (events.some(({ kind }) => kind === 'member')) {
        // Her rights changed while she listens: from here on the new ones count, and nobody hears on after leaving.
        const now = await callerOf(prisma, caller.userId, caller.locale);
        if (now?.workspace.id !== workspaceId) return;
        permissions = now.permissions;
      }
      // Asked again: a right may have gone between the event and now.
      const heard = events.filter(hears);
      await learnNames(heard);
      yield* told(heard, names);
    }
  } finally {
    leave();
    signal.removeEventListener('abort', stop);
    goodbye.removeEventListener('abort', stop);
  }

  async function learnNames(events: readonly HubEvent[]): Promise<void> {
    const unknown = events.flatMap((event) => authorOf(event) ?? []).filter((id) => !names.has(id));
    for (const [id, name] of await agentNames(prisma, workspaceId, unknown)) names.set(id, name);
  }
}

function authorOf(event: HubEvent): string | null {
  return event.kind === 'message' ? event.message.authorId : event.kind === 'flow' ? event.authorId : null;
}

function collapsed(workspaceId: string, events: readonly HubEvent[]): HubEvent[] {
  const ids = new Set(events.flatMap((event) => ('conversationId' in event ? [event.conversationId] : [])));
  const flows = new Map(events.flatMap((event) => (event.kind === 'flow' ? [[event.flowId, event] as const] : [])));
  const [member, missed] = [events.filter(({ kind }) => kind === 'member').slice(-1), events.filter(({ kind }) => kind === 'missed').slice(-1)];
  return [...missed, ...member, ...flows.values(), ...[...ids].map((conversationId): HubEvent => ({ kind: 'conversation', workspaceId, conversationId }))];
}

function told(events: readonly HubEvent[], names: ReadonlyMap<string, string>): LiveEvent[] {
  const live = new Map<string, LiveEvent>();
  const say = (event: LiveEvent, key: string): void => {
    live.delete(key);
    live.set(key, event);
  };
  events.forEach((event, index) => {
    if (event.kind === 'message') {
      say({ kind: 'message', conversationId: event.conversationId, item: storedToItem(event.message, names) }, `message ${index}`);
      say({ kind: 'inbox' }, 'inbox');
    } else if (event.kind === 'conversation') {
      say({ kind: 'conversation', id: event.conversationId }, `conversation ${event.conversationId}`);
      say({ kind: 'inbox' }, 'inbox');
    } else if (event.kind === 'receipts') {
      const { conversationId, delivered, read } = event;
      say({ kind: 'receipts', conversationId, delivered, read }, `receipts ${conversationId}`);
    } else if (event.kind === 'typing') {
      if (event.from === 'customer') say({ kind: 'typing', conversationId: event.conversationId, active: event.active }, `typing ${event.conversationId}`);
    } else if (event.kind === 'flow') {
      const { flowId, revision, authorId } = event;
      say({ kind: 'flow', id: flowId, revision, by: { id: authorId, name: names.get(authorId) ?? '' } }, `flow ${flowId}`);
    } else if (event.kind === 'presence' || event.kind === 'queue') {
      say(event.kind === 'presence' ? { kind: 'presence' } : { kind: 'inbox' }, event.kind === 'presence' ? 'presence' : 'inbox');
    }
  });
  return [...live.values()];
}
