import type { AnyNodeType } from '@/flows/nodes/define-node';

/** The types that can be drawn anew: all but a second entry. */
export function offeredTypes(types: readonly AnyNodeType[], hasEntry: boolean): AnyNodeType[] {
  return types.filter((type) => !(type.entry && hasEntry));
}
