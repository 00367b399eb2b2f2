import type { ConnectionLookup, WebChatConnection } from '@/lib/channels/web-chat/ports';
import { readWebChatSettings } from '@/lib/channels/web-chat/settings';
import { spoken } from '@/lib/channels/web-chat/language';
import type { Clock } from '@/lib/clock';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { z } from 'zod';

/** How long an answer is kept, unknown keys too: every request of every visitor asks. */
const FRESH_MS = 5000;
const REMEMBERED = 1000;

const languagesSchema = z.array(z.string()).min(1);

/** Finds web-chat connections by the key in the widget's script tag. */
export function createWebChatConnections(prisma: AdminDatabase, clock: Clock): ConnectionLookup {
  const answers = new Map<string, { until: number; connection: Promise<WebChatConnection | null> }>();
  return {
    byPublicKey(publicKey) {
      const now = clock.now();
      const known = answers.get(publicKey);
      if (known && known.until > now) return known.connection;
      if (answers.size >= REMEMBERED) answers.clear();
      const connection = find(prisma, publicKey);
      answers.set(publicKey, { until: now + FRESH_MS, connection });
      connection.catch(() => answers.delete(publicKey));
      return connection;
    },
  };
}

async function find(prisma: AdminDatabase, publicKey: string): Promise<WebChatConnection | null> {
  const row = await prisma.channelConnection.findUnique({ where: { publicKey } });
  if (row?.channel !== 'web-chat') return null;
  const settings = readWebChatSettings(row.settings);
  if (!settings.enabled) return null;
  const workspace = await prisma.workspace.findUniqueOrThrow({ where: { id: row.workspaceId } });
  const { name, logo, accent, side, greeting, greetingHelp, sites } = settings;
  const languages = languagesSchema.parse(JSON.parse(workspace.languages));
  return { id: row.id, workspaceId: row.workspaceId, name: name ?? workspace.name, languages: spoken(settings.languages, languages), logo, accent, side, greeting, greetingHelp, sites };
}
