import type { FlowDocument } from '@/flows/document/flow-document';
import type { AdminDatabase } from '../prisma/lane-prisma';

interface Seed {
  /** Published as version 1 of the connection's flow. */
  document?: FlowDocument;
  channel?: string;
  agents?: { id: string; presence?: 'available' | 'away' | 'offline'; capacity?: number; skills?: Record<string, number> }[];
}

export interface SeededWorkspace {
  workspaceId: string;
  connectionId: string;
  versionId: string;
}

const AT = 1_767_600_000_000n;

/** For tests: a workspace with one queue, one connection, its agents, and a published flow when one is given. */
export async function seedWorkspace(db: AdminDatabase, workspaceId: string, { document, channel = 'web-chat', agents = [] }: Seed = {}): Promise<SeededWorkspace> {
  await db.workspace.create({ data: { id: workspaceId, name: workspaceId, languages: '["en","fr"]', createdAt: AT } });
  await db.queue.create({ data: { workspaceId, key: 'service', name: '{"en":"Service"}', isDefault: true } });
  const versionId = `${workspaceId}-v1`;
  const flow = { workspaceId, id: `${workspaceId}-flow` };
  await db.flow.create({
    data: { ...flow, name: 'Flow', draft: '{}', publishedVersionId: document ? versionId : null, createdAt: AT, updatedAt: AT },
  });
  if (document) {
    await db.flowVersion.create({
      data: { workspaceId, id: versionId, flowId: flow.id, number: 1, document: JSON.stringify(document), hash: 'test', publishedAt: AT },
    });
  }
  const connectionId = `${workspaceId}-connection`;
  await db.channelConnection.create({
    data: { workspaceId, id: connectionId, channel, publicKey: `${workspaceId}-key`, name: 'Chat', flowId: flow.id, createdAt: AT },
  });
  for (const { id, presence = 'available', capacity = 4, skills = {} } of agents) await seedAgent(db, workspaceId, id, presence, capacity, skills);
  return { workspaceId, connectionId, versionId };
}

async function seedAgent(db: AdminDatabase, workspaceId: string, userId: string, presence: string, capacity: number, skills: Record<string, number>): Promise<void> {
  const now = new Date(Number(AT));
  await db.user.create({ data: { id: userId, name: userId, email: `${userId}@example.test`, createdAt: now, updatedAt: now } });
  await db.membership.create({ data: { workspaceId, userId, createdAt: AT, roles: { create: { role: 'agent' } } } });
  await db.agentProfile.create({ data: { workspaceId, userId, presence, presenceAt: AT, capacity, idleSince: AT } });
  await db.queueMember.create({ data: { workspaceId, queueKey: 'service', userId } });
  for (const [skillKey, level] of Object.entries(skills)) {
    await db.skill.upsert({ where: { workspaceId_key: { workspaceId, key: skillKey } }, create: { workspaceId, key: skillKey, name: '{}' }, update: {} });
    await db.agentSkill.create({ data: { workspaceId, userId, skillKey, level } });
  }
}
