import { emptyDocument, type FlowDocument } from '@/flows/document/flow-document';
import type { Registry } from '@/flows/nodes/registry';
import { nodeTexts } from '@/flows/nodes/texts';
import type { Caller } from '@/lib/auth/caller';
import { LOCALES } from '@/lib/i18n/locales';
import type { FlowDeps } from './flow-deps';
import { insertFlow } from './insert-flow';

/** A new flow in the workspace's languages, with its start on the canvas. */
export function createFlow(deps: FlowDeps, caller: Caller, name: string): Promise<{ id: string }> {
  return insertFlow(deps, caller, { document: withStart(emptyDocument(name, caller.workspace.languages), deps.registry) });
}

function withStart(document: FlowDocument, registry: Registry): FlowDocument {
  const type = registry.types.find(({ entry }) => entry);
  if (!type) return document;
  const title = Object.fromEntries(LOCALES.map((locale) => [locale, nodeTexts(type.type, locale).name]));
  const data = type.data.parse(type.defaults(document.languages)) as FlowDocument['nodes'][string]['data'];
  const start = { id: 'start', type: type.type, version: type.version, title, position: { x: 0, y: 0 }, data };
  return { ...document, nodes: { start } };
}
