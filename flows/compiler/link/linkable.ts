import type { NodeId, PortId } from '@/flows/document/flow-document';
import type { JsonObject } from '@/flows/document/json';
import type { Locale } from '@/flows/document/localized-text';
import type { StateFragment } from '@/flows/nodes/define-node';

/** A flow without errors, as the linker reads it: only steps within reach, sorted by id. */
export interface Linkable {
  languages: readonly Locale[];
  ids: readonly NodeId[];
  start: NodeId;
  /** Values of the variables before anything is set. */
  variables: JsonObject;
  fragment(id: NodeId): StateFragment;
  target(from: NodeId, port: PortId): NodeId | undefined;
}
