import { randomUUID } from 'node:crypto';
import { agentState } from '@/lib/auth/agent-state';
import type { Caller } from '@/lib/auth/caller';
import { cleanText } from '@/lib/channels/web-chat/clean-text';
import { Refusal } from '@/lib/refusal';
import type { Outcome, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { conversationView } from './conversation-view';
import type { Inbox } from './inbox';
import type { InboxDeps } from './inbox-deps';
import { inboxScope } from './inbox-scope';
import { listConversations } from './list-conversations';
import { liveEvents } from './live-events';

/** The inbox over the database and the runtime. */
export function createInbox(deps: InboxDeps): Inbox {
  const { prisma, runtime, hub, log } = deps;

  return {
    async counts(caller) {
      const count = async (view: 'mine' | 'waiting' | 'offered') => prisma.conversation.count({ where: await inboxScope(prisma, caller, view) });
      const [mine, waiting, offered] = await Promise.all([count('mine'), count('waiting'), count('offered')]);
      return { mine, waiting, offered };
    },
    list: (caller, view) => listConversations(prisma, caller, view),
    async conversation(caller, id) {
      const view = await conversationView(prisma, caller, id);
      // Reading is what clears the unread mark; the answer does not wait for it.
      if (view.agent?.id === caller.userId) runtime.markSeenByAgent(keyOf(caller, id), caller.userId).catch((error: unknown) => log.error({ err: error }, 'seen mark failed'));
      return view;
    },
    async accept(caller, id) {
      const outcome = await command(caller, id, { key: randomUUID(), type: 'agent.accepted', agentId: caller.userId });
      // Pressed twice, or sent again by a browser that missed the first answer: she has what she asked for.
      if (!outcome.ok && !(await holds(caller, id))) throw refused(outcome.code);
    },
    async decline(caller, id) {
      await must(caller, id, { key: randomUUID(), type: 'agent.declined', agentId: caller.userId });
    },
    async release(caller, id) {
      await must(caller, id, { key: randomUUID(), type: 'agent.released', agentId: caller.userId });
    },
    reply: (caller, { id, key, text }) => write(caller, id, { key: `reply:${key}`, type: 'agent.replied', agentId: caller.userId, text: clean(text) }),
    note: (caller, { id, key, text }) => write(caller, id, { key: `note:${key}`, type: 'agent.noted', agentId: caller.userId, text: clean(text) }),
    async close(caller, { id, disposition }) {
      await must(caller, id, { key: randomUUID(), type: 'agent.closed', agentId: caller.userId, ...(disposition !== undefined && { disposition }) });
    },
    async typing(caller, { id, active }) {
      if (!(await holds(caller, id))) throw refused('not-owner');
      hub.publish(`conversation:${id}`, { kind: 'typing', conversationId: id, from: 'agent', active });
    },
    async setPresence(caller, presence) {
      await runtime.setPresence(caller.workspace.id, caller.userId, presence);
      const state = await agentState(prisma, caller);
      if (!state) throw new Refusal('forbidden', 'forbidden');
      return state;
    },
    live: (caller, signal) => liveEvents(deps, caller, signal),
  };

  /** Delivers after making sure that the conversation is one of the caller's workspace. */
  async function command(caller: Caller, id: string, event: RuntimeEvent): Promise<Outcome> {
    const workspaceId = caller.workspace.id;
    const known = await prisma.conversation.count({ where: { workspaceId, id } });
    if (known === 0) throw new Refusal('not-found', 'conversation-unknown');
    return (await runtime.deliver(keyOf(caller, id), event)).outcome;
  }

  async function must(caller: Caller, id: string, event: RuntimeEvent): Promise<Extract<Outcome, { ok: true }>> {
    const outcome = await command(caller, id, event);
    if (!outcome.ok) throw refused(outcome.code);
    return outcome;
  }

  async function write(caller: Caller, id: string, event: RuntimeEvent): Promise<{ seq: number }> {
    const { messageSeq } = await must(caller, id, event);
    if (messageSeq === undefined) throw new Error(`${event.type} wrote no message`);
    return { seq: messageSeq };
  }

  async function holds(caller: Caller, id: string): Promise<boolean> {
    const row = await prisma.conversation.findUnique({ where: { workspaceId_id: { workspaceId: caller.workspace.id, id } }, select: { owner: true, agentId: true } });
    if (!row) throw new Refusal('not-found', 'conversation-unknown');
    return row.owner === 'agent' && row.agentId === caller.userId;
  }
}

function keyOf(caller: Caller, conversationId: string): { workspaceId: string; conversationId: string } {
  return { workspaceId: caller.workspace.id, conversationId };
}

function refused(code: string): Refusal {
  return new Refusal(code === 'not-owner' ? 'forbidden' : 'conflict', code);
}

function clean(text: string): string {
  const cleaned = cleanText(text);
  if (!cleaned.ok) throw new Refusal('invalid', cleaned.code);
  return cleaned.text;
}
