import type { FlowNode } from '@/flows/document/flow-document';
import { jsonObjectSchema } from '@/flows/document/json';
import type { Reference } from '@/flows/nodes/define-node';
import { migrateData } from '@/flows/nodes/migrate-data';
import type { Registry } from '@/flows/nodes/registry';

/** What a step names outside the document, and the step at its type's newest version, where the paths lead. Undefined when its data cannot be read. */
export function referencesOf(node: FlowNode, registry: Registry): { node: FlowNode; references: readonly Reference[] } | undefined {
  const type = registry.get(node.type);
  const migrated = type && migrateData(type, node);
  const parsed = migrated && type.data.safeParse(migrated);
  const data = jsonObjectSchema.safeParse(migrated);
  if (!type || !parsed?.success || !data.success) return undefined;
  return { node: { ...node, version: type.version, data: data.data }, references: type.refs(parsed.data as never) };
}
