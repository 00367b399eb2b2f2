import type { ASTNode } from '@marcbachmann/cel-js';

const LOOPS = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

/** The names an expression takes from its environment. The variable of a loop is known inside the loop only. */
export function freeNames(node: ASTNode, bound: ReadonlySet<string> = new Set(), found = new Set<string>()): Set<string> {
  if (node.op === 'id') {
    if (!bound.has(node.args)) found.add(node.args);
    return found;
  }
  if (node.op === 'rcall' && LOOPS.has(node.args[0])) {
    const [, receiver, [variable, ...bodies]] = node.args;
    freeNames(receiver, bound, found);
    const inside = variable?.op === 'id' ? new Set([...bound, variable.args]) : bound;
    for (const body of bodies) freeNames(body, inside, found);
    return found;
  }
  visit(node.args, bound, found);
  return found;
}

/** Arguments are nodes, texts (names of functions and fields), or lists of them, at any depth. */
function visit(value: unknown, bound: ReadonlySet<string>, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value as unknown[]) visit(item, bound, found);
  else if (typeof value === 'object' && value !== null && 'op' in value && 'args' in value) freeNames(value as ASTNode, bound, found);
}
