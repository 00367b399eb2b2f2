import type { NodeId } from '@/flows/document/flow-document';

/**
 * Which step of one conversation is which of the other. A step of the expected one that the flow still has is itself;
 * one that is gone may have become another, but the same other throughout: a step that was rebuilt under a new id is
 * no change of behaviour.
 */
export class StepMatcher {
  private readonly forward = new Map<NodeId, NodeId>();
  private readonly backward = new Map<NodeId, NodeId>();

  /** @param known the steps of the flow that was played */
  constructor(private readonly known: ReadonlySet<NodeId>) {}

  same(expected: NodeId, actual: NodeId): boolean {
    const taken = this.forward.get(expected);
    if (taken !== undefined) return taken === actual;
    if (this.backward.has(actual)) return false;
    if (expected !== actual && this.known.has(expected)) return false;
    this.forward.set(expected, actual);
    this.backward.set(actual, expected);
    return true;
  }
}
