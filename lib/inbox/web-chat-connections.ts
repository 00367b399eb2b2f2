import type { ConnectionLookup, WebChatConnection } from '@/lib/channels/web-chat/ports';
import type { Clock } from '@/lib/clock';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { z } from 'zod';

/** How long an answer is kept, unknown keys too: every request of every visitor asks. */
const FRESH_MS = 5000;
const REMEMBERED = 1000;

const settingsSchema = z.object({ name: z.string().min(1).optional(), logo: z.string().nullish(), enabled: z.boolean().default(true) });
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
  const settings = settingsSchema.parse(JSON.parse(row.settings));
  if (!settings.enabled) return null;
  const workspace = await prisma.workspace.findUniqueOrThrow({ where: { id: row.workspaceId } });
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    name: settings.name ?? workspace.name,
    languages: languagesSchema.parse(JSON.parse(workspace.languages)),
    logo: settings.logo ?? null,
  };
}
