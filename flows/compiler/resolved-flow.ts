import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowDocument, FlowNode, NodeId, PortId } from '@/flows/document/flow-document';
import type { Variable } from '@/flows/document/variable';
import { pickText } from '@/flows/document/localized-text';
import type { AnyNodeType, Port } from '@/flows/nodes/define-node';
import type { DiagnosticCode } from './diagnostic-codes';
import { DIAGNOSTIC_CODES } from './diagnostic-codes';

/** A step whose type is known and whose data its schema accepted. */
export interface ResolvedNode {
  node: FlowNode;
  type: AnyNodeType;
  data: unknown;
  ports: readonly Port[];
}

/** A document as the checks and the linker read it. Node ids are sorted, so that the key order of the file changes nothing. */
export interface ResolvedFlow {
  document: FlowDocument;
  ids: readonly NodeId[];
  /** Steps that could be read; the others have their diagnostics already. */
  nodes: ReadonlyMap<NodeId, ResolvedNode>;
  starts: readonly NodeId[];
  /** The declared variables; of two with one name, the first. */
  variables: ReadonlyMap<string, Variable>;
  /** Where the link of a port leads; undefined when it has none. */
  target(from: NodeId, port: PortId): NodeId | undefined;
  report: Report;
}

/** Collects a diagnostic; severity comes from the code, the step's name and type are added for its sentence. */
export type Report = (code: DiagnosticCode, place: Pick<Diagnostic, 'node' | 'port' | 'path'>, params?: Diagnostic['params']) => void;

export function reporter(document: FlowDocument, into: Diagnostic[]): Report {
  return (code, place, params = {}) => {
    const node = place.node === undefined ? undefined : document.nodes[place.node];
    const named: Diagnostic['params'] = node ? { step: pickText(node.title, document.languages[0] ?? '', document.languages) || node.id, type: node.type } : {};
    into.push({ code, severity: DIAGNOSTIC_CODES[code], ...place, params: { ...named, ...params } });
  };
}
