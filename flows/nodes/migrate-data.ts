import type { FlowNode } from '@/flows/document/flow-document';
import type { AnyNodeType } from './define-node';

/** A step's data as the newest version of its type has it; undefined when it is newer than the type or a migration is missing. */
export function migrateData(type: AnyNodeType, node: Pick<FlowNode, 'version' | 'data'>): Record<string, unknown> | undefined {
  if (node.version > type.version) return undefined;
  let data: Record<string, unknown> = node.data;
  for (let version = node.version; version < type.version; version += 1) {
    const migration = type.migrations.find(({ from }) => from === version);
    if (!migration) return undefined;
    data = migration.migrate(data);
  }
  return data;
}
