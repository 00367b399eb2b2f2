import { emptyDocument, type FlowDocument } from '@/flows/document/flow-document';
import type { Registry } from '@/flows/nodes/registry';
import { nodeTexts } from '@/flows/nodes/texts';
import type { Caller } from '@/lib/auth/caller';
import { LOCALES } from '@/lib/i18n/locales';
import { newId } from '@/lib/ids';
import { audit } from './audit';
import type { FlowDeps } from './flow-deps';

/** A new flow in the workspace's languages, with its start on the canvas. */
export async function createFlow({ prisma, registry, clock }: FlowDeps, caller: Caller, name: string): Promise<{ id: string }> {
  const workspaceId = caller.workspace.id;
  const id = newId();
  const now = clock.now();
  const draft = JSON.stringify(withStart(emptyDocument(name, caller.workspace.languages), registry));
  await prisma.$transaction([
    prisma.flow.create({ data: { workspaceId, id, name, draft, createdAt: BigInt(now), updatedAt: BigInt(now), updatedBy: caller.userId } }),
    audit(prisma, caller, { at: now, action: 'flow.created', target: 'flow', targetId: id, detail: { name } }),
  ]);
  return { id };
}

function withStart(document: FlowDocument, registry: Registry): FlowDocument {
  const type = registry.types.find(({ entry }) => entry);
  if (!type) return document;
  const title = Object.fromEntries(LOCALES.map((locale) => [locale, nodeTexts(type.type, locale).name]));
  const data = type.data.parse(type.defaults(document.languages)) as FlowDocument['nodes'][string]['data'];
  const start = { id: 'start', type: type.type, version: type.version, title, position: { x: 0, y: 0 }, data };
  return { ...document, nodes: { start } };
}
