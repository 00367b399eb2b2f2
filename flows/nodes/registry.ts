import type { AnyNodeType } from './define-node';
import { NODE_TYPES } from './index';

/** The step types a flow may use; tests plant their own. */
export interface Registry {
  types: readonly AnyNodeType[];
  get(type: string): AnyNodeType | undefined;
}

/** Throws when two types have the same name. */
export function createRegistry(types: readonly AnyNodeType[]): Registry {
  const byName = new Map(types.map((type) => [type.type, type]));
  if (byName.size !== types.length) throw new Error('two node types have the same name');
  return { types, get: (type) => byName.get(type) };
}

/** The step types that come with Relais. */
export const defaultRegistry: Registry = createRegistry(NODE_TYPES);
