import type { FlowDocument } from '@/flows/document/flow-document';
import type { Registry } from '@/flows/nodes/registry';
import { readStoredDocument } from '@/lib/flows/read-stored-document';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { z } from 'zod';
import type { Answer, PathStep } from './inbox-views';
import { answersIn } from './stored-json';

const traceSchema = z.array(z.looseObject({ kind: z.string(), node: z.string().optional(), port: z.string().optional() }));

/** What the flow did in one case: the way through it, and what the customer answered. */
export interface SessionStory {
  path: PathStep[];
  answers: Answer[];
  flow: { id: string; name: string; number: number } | null;
}

/** Reads a case's story from its step log, the one source of what happened; titles are those of the version that ran. */
export async function sessionStory(prisma: AdminDatabase, registry: Registry, key: { workspaceId: string; conversationId: string; caseNumber: number }): Promise<SessionStory> {
  const { workspaceId, conversationId } = key;
  const sessions = await prisma.flowSession.findMany({ where: key, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] });
  const steps = await prisma.stepLog.findMany({
    where: { workspaceId, conversationId, sessionId: { in: sessions.map(({ id }) => id) } },
    orderBy: [{ inboundSeq: 'asc' }, { seq: 'asc' }],
  });
  const versions = await prisma.flowVersion.findMany({
    where: { workspaceId, id: { in: [...new Set(sessions.map(({ flowVersionId }) => flowVersionId))] } },
    select: { id: true, number: true, document: true, flow: { select: { id: true, name: true } } },
  });
  const documents = new Map(versions.map(({ id, document }) => [id, readStoredDocument(document)]));
  const path: PathStep[] = [];
  for (const step of steps) extendPath(path, step, documents.get(step.flowVersionId), registry);
  const last = versions.find(({ id }) => id === sessions.at(-1)?.flowVersionId);
  return { path, answers: steps.flatMap(({ effects }) => answersIn(effects)), flow: last ? { ...last.flow, number: last.number } : null };
}

function extendPath(path: PathStep[], step: { trace: string; at: bigint }, document: FlowDocument | undefined, registry: Registry): void {
  for (const { kind, node: nodeId, port } of traceSchema.parse(JSON.parse(step.trace))) {
    const node = nodeId === undefined ? undefined : document?.nodes[nodeId];
    if (nodeId === undefined || !node) continue;
    if (kind === 'entered') path.push({ nodeId, type: node.type, title: node.title, at: Number(step.at) });
    const here = path.findLast((entry) => entry.nodeId === nodeId && entry.port === undefined);
    if (kind === 'left' && port !== undefined && here) {
      here.port = port;
      const label = portLabel(registry, node, port);
      if (label) here.portLabel = label;
    }
  }
}

function portLabel(registry: Registry, node: FlowDocument['nodes'][string], portId: string): PathStep['portLabel'] {
  const type = registry.get(node.type);
  const data = type?.data.safeParse(node.data);
  if (!type || !data?.success) return undefined;
  const label = type.ports(data.data as never).find(({ id }) => id === portId)?.label;
  return label && ('text' in label ? label.text : label);
}
