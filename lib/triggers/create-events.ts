import type { CompiledTrigger } from '@/flows/compiler/machine-json';
import { triggerInput } from '@/flows/engine/trigger-input';
import { Refusal } from '@/lib/refusal';
import { visitorTopic, type Hub } from '@/lib/realtime/hub';
import type { Runtime, Triggered } from '@/lib/runtime/runtime-types';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { EventInput } from './event-input';
import type { Events } from './events';

interface EventDeps {
  prisma: AdminDatabase;
  runtime: Pick<Runtime, 'deliver' | 'openConversation'>;
  /** Told when an event is the first of a customer's conversation, before it begins. */
  hub: Pick<Hub, 'publish'>;
}

/** Takes events to the conversation they are for. Of several flows that wait for one, the connection's own begins, else the first published. */
export function createEvents({ prisma, runtime, hub }: EventDeps): Events {
  return {
    async accept(workspaceId, input) {
      const { id, event, contact } = input;
      const connection = await prisma.channelConnection.findFirst({ where: { workspaceId, publicKey: input.connection } });
      if (!connection) throw new Refusal('not-found', 'connection-unknown');
      const waiting = await prisma.flowTrigger.findMany({ where: { workspaceId, event }, orderBy: [{ flow: { createdAt: 'asc' } }, { flowId: 'asc' }] });
      const found = waiting.find(({ flowId }) => flowId === connection.flowId) ?? waiting[0];
      if (!found) throw new Refusal('not-found', 'event-unknown');
      const trigger = JSON.parse(found.definition) as Extract<CompiledTrigger, { type: 'api-event' }>;
      const language = contact.language ?? (await spokenBy(workspaceId, connection.id, contact.externalId));
      const { conversationId, created } = await runtime.openConversation({
        workspaceId, connectionId: connection.id, externalId: contact.externalId, language, ...known(contact),
      });
      if (created) hub.publish(visitorTopic({ connectionId: connection.id, externalId: contact.externalId }), { kind: 'opened', workspaceId, conversationId });
      const read = triggerInput(trigger, input.data ?? {});
      const triggered: Triggered = {
        flowId: found.flowId,
        versionId: found.versionId,
        triggerId: found.triggerId,
        event,
        input: read.ok ? read.input : {},
        ...(contact.attributes && { attributes: contact.attributes }),
        ...(!read.ok && { misfit: { variable: read.variable, path: read.path, type: read.type } }),
      };
      const { outcome, duplicate } = await runtime.deliver({ workspaceId, conversationId }, { key: `event:${id}`, type: 'flow.triggered', ...triggered });
      const begun = outcome.ok ? outcome.begun : undefined;
      if (!begun) throw new Error('a trigger was answered with something else');
      return begun.began ? { conversationId, began: true, duplicate } : { conversationId, duplicate, ...begun };
    },
  };

  /** A customer who is known keeps her language; a new one gets the workspace's first. */
  async function spokenBy(workspaceId: string, connectionId: string, externalId: string): Promise<string> {
    const spoken = await prisma.conversation.findFirst({ where: { workspaceId, connectionId, identity: { externalId } }, select: { language: true } });
    if (spoken) return spoken.language;
    const { languages } = await prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { languages: true } });
    return (JSON.parse(languages) as string[])[0] ?? 'en';
  }
}

/** Undefined where nothing new is told: then nothing needs to be written. */
function known({ name, email, phone }: EventInput['contact']): { contact?: { name?: string; email?: string; phone?: string } } {
  const told = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
  return Object.keys(told).length > 0 ? { contact: told } : {};
}
