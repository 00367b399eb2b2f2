import { randomBytes } from 'node:crypto';
import type { Caller } from '@/lib/auth/caller';
import { checkAccent } from '@/lib/channels/web-chat/accent';
import { spoken } from '@/lib/channels/web-chat/language';
import { readWebChatSettings } from '@/lib/channels/web-chat/settings';
import { webChatConfig } from '@/lib/channels/web-chat/web-chat-config';
import { audit } from '@/lib/flows/audit';
import { newId } from '@/lib/ids';
import { Refusal } from '@/lib/refusal';
import type { SettingsDeps } from './settings-deps';
import type { Widgets } from './widget';

/** The use cases on web chats over the database. */
export function createWidgets({ prisma, clock }: Pick<SettingsDeps, 'prisma' | 'clock'>): Widgets {
  return {
    async list(caller) {
      const workspaceId = caller.workspace.id;
      const [connections, flows] = await Promise.all([
        prisma.channelConnection.findMany({ where: { workspaceId, channel: 'web-chat' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
        prisma.flow.findMany({ where: { workspaceId, archivedAt: null }, orderBy: { name: 'asc' }, select: { id: true, name: true, publishedVersionId: true } }),
      ]);
      return {
        connections: connections.map(({ id, name, publicKey, flowId, settings }) => ({ id, name, publicKey, flowId, settings: readWebChatSettings(settings) })),
        flows: flows.map(({ id, name, publishedVersionId }) => ({ id, name, published: publishedVersionId !== null })),
        workspace: { name: caller.workspace.name, languages: caller.workspace.languages },
      };
    },
    async create(caller, { name, flowId }) {
      await knownFlow(caller, flowId);
      const id = newId();
      const now = clock.now();
      // Public, but not to be guessed from another one: 72 bits.
      const publicKey = randomBytes(9).toString('base64url');
      await prisma.$transaction([
        prisma.channelConnection.create({ data: { workspaceId: caller.workspace.id, id, channel: 'web-chat', publicKey, name, flowId, createdAt: BigInt(now) } }),
        audit(prisma, caller, { at: now, action: 'connection.created', target: 'connection', targetId: id, detail: { name } }),
      ]);
      return { id };
    },
    async save(caller, { id, name, flowId, settings }) {
      const workspaceId = caller.workspace.id;
      if ((await prisma.channelConnection.count({ where: { workspaceId, id, channel: 'web-chat' } })) === 0) throw new Refusal('not-found', 'connection-gone');
      await knownFlow(caller, flowId);
      const check = settings.accent === null ? null : checkAccent(settings.accent);
      if (check && !check.ok) throw new Refusal('invalid', 'accent-too-pale', { ...check });
      const { logo, ...told } = settings;
      await prisma.$transaction([
        prisma.channelConnection.update({ where: { workspaceId_id: { workspaceId, id } }, data: { name, flowId, settings: JSON.stringify(settings) } }),
        audit(prisma, caller, { at: clock.now(), action: 'connection.changed', target: 'connection', targetId: id, detail: JSON.parse(JSON.stringify({ name, flowId, ...told, logo: logo !== null })) }),
      ]);
    },
    preview({ workspace }, { settings, language }) {
      const { name = workspace.name, logo, accent, side, greeting, greetingHelp } = settings;
      const check = accent === null ? null : checkAccent(accent);
      const shown = check && !check.ok ? check.suggestion : accent;
      const languages = spoken(settings.languages, workspace.languages);
      return { config: webChatConfig({ id: '', workspaceId: workspace.id, name, languages, logo, accent: shown, side, greeting, greetingHelp, sites: [] }, language), accent: check };
    },
  };

  async function knownFlow(caller: Caller, flowId: string | null): Promise<void> {
    if (flowId === null) return;
    if ((await prisma.flow.count({ where: { workspaceId: caller.workspace.id, id: flowId, archivedAt: null } })) === 0) throw new Refusal('not-found', 'flow-unknown');
  }
}

