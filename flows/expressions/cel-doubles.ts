import type { ASTNode } from '@marcbachmann/cel-js';

/**
 * The same expression with every whole number written as a double. JSON has one kind of number, so that authors mean
 * `n == null ? 1 : n + 1` to be one, where CEL sees an int beside a double.
 */
export function withDoubles(node: ASTNode): ASTNode {
  return { op: node.op, args: change(node.args), start: node.start } as unknown as ASTNode;
}

function change(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return (value as unknown[]).map(change);
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value ? withDoubles(value as ASTNode) : value;
}
