import type { FlowDocument } from '@/flows/document/flow-document';
import type { Operation } from '@/flows/document/operations';
import { operationTarget, valueAt } from './operation-target';
import { sameJson } from './same-json';
import { tryApply } from './try-apply';

/** An unsent change of ours and what a colleague did to the same place. `applicable` is false when there is nothing left to change. */
export interface Conflict {
  operation: Operation;
  mine: unknown;
  theirs: unknown;
  applicable: boolean;
}

/**
 * Puts unsent operations, made on `base`, onto `theirs`. An operation clashes when a colleague changed the same place
 * to another value, or when it no longer applies; clashes are handed back, nothing is dropped.
 */
export function rebase(base: FlowDocument, theirs: FlowDocument, operations: readonly Operation[]) {
  let document = theirs;
  const kept: Operation[] = [];
  const conflicts: Conflict[] = [];
  for (const operation of operations) {
    if (alreadyDone(theirs, operation)) continue;
    const result = tryApply(document, operation);
    const clash = leaves(operation).find((leaf) => clashes(base, theirs, leaf));
    if (result && !clash) {
      document = result.document;
      kept.push(operation);
    } else {
      const shown = clash ?? operation;
      conflicts.push({ operation, mine: valueOf(shown), theirs: valueAt(theirs, shown), applicable: result !== null });
    }
  }
  return { document, kept, conflicts };
}

function leaves(operation: Operation): Operation[] {
  return operation.kind === 'batch' ? operation.operations.flatMap(leaves) : [operation];
}

function alreadyDone(theirs: FlowDocument, operation: Operation): boolean {
  if (operation.kind === 'batch') return operation.operations.every((leaf) => alreadyDone(theirs, leaf));
  if (operation.kind === 'node.remove') return !theirs.nodes[operation.id];
  if (operation.kind === 'trigger.remove') return valueAt(theirs, operation) === undefined;
  if (operation.kind === 'trigger.add') return sameJson(valueAt(theirs, operation), operation.trigger);
  if (operation.kind === 'node.add') return sameJson(theirs.nodes[operation.node.id], operation.node);
  return operationTarget(operation) !== null && operation.kind !== 'node.move' && sameJson(valueAt(theirs, operation), valueOf(operation));
}

function clashes(base: FlowDocument, theirs: FlowDocument, leaf: Operation): boolean {
  // Where a card stands is nobody's text: the last hand wins.
  if (leaf.kind === 'node.move') return !theirs.nodes[leaf.id] && base.nodes[leaf.id] !== undefined;
  const there = valueAt(theirs, leaf);
  return !sameJson(valueAt(base, leaf), there) && !sameJson(there, valueOf(leaf));
}

function valueOf(operation: Operation): unknown {
  switch (operation.kind) {
    case 'node.set':
    case 'document.set':
      return operation.value;
    case 'edge.set':
      return operation.to ?? undefined;
    case 'node.move':
      return operation.position;
    case 'node.add':
      return operation.node;
    case 'trigger.add':
    case 'trigger.change':
      return operation.trigger;
    default:
      return undefined;
  }
}
