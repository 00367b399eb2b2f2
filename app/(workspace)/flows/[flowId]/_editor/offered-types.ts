import type { AnyNodeType } from '@/flows/nodes/define-node';

/** The types that can be drawn anew: no second entry, and none whose needs are not there yet. */
export function offeredTypes(types: readonly AnyNodeType[], hasEntry: boolean): AnyNodeType[] {
  return types.filter((type) => type.available !== false && !(type.entry && hasEntry));
}
