import type { NodeId } from '@/flows/document/flow-document';
import type { FailureCode } from './engine-types';

/** Why a turn cannot go on. Thrown inside a turn only: `step()` turns it into a failed session and a trace entry. */
export class EngineFailure extends Error {
  constructor(
    readonly code: FailureCode,
    detail: string,
    readonly node?: NodeId,
  ) {
    super(detail);
  }
}
