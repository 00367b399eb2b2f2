import type { NodeId } from '@/flows/document/flow-document';
import type { CompileContext, Plan, StateFragment } from '@/flows/nodes/define-node';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnostic-codes';
import { exitsOf } from './link/exits-of';
import type { ResolvedFlow, ResolvedNode } from './resolved-flow';
import { unknownName } from './vocabulary';

/** What each step compiles to. A type that throws, or answers with something impossible, is reported on its step. */
export function nodeFragments(flow: ResolvedFlow): Map<NodeId, StateFragment> {
  const fragments = new Map<NodeId, StateFragment>();
  for (const [id, resolved] of flow.nodes) {
    try {
      const fragment = resolved.type.compile(contextOf(flow, resolved));
      assertSound(fragment, resolved);
      fragments.set(id, fragment);
    } catch (error) {
      flow.report('node-compile-failed', { node: id }, { detail: error instanceof Error ? error.message : String(error) });
    }
  }
  return fragments;
}

function contextOf(flow: ResolvedFlow, { node, data }: ResolvedNode): CompileContext<never> {
  return {
    node,
    data: data as never,
    languages: flow.document.languages,
    variables: flow.variables,
    linked: (port) => flow.target(node.id, port) !== undefined,
    report: ({ code, port, path, params }) => {
      if (!isCode(code)) throw new Error(`reports the unknown code ${code}`);
      flow.report(code, { node: node.id, ...(port === undefined ? {} : { port }), ...(path === undefined ? {} : { path }) }, params);
    },
  };
}

function isCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(DIAGNOSTIC_CODES, code);
}

/** The linker trusts fragments after this: known names, existing ports and waits, whole delays. */
function assertSound(fragment: StateFragment, { ports }: ResolvedNode): void {
  const waits = Object.keys(fragment.waits);
  for (const name of waits) {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || /^(join|branch-\d+)$/.test(name)) throw new Error(`may not call a wait ${name}`);
  }
  for (const plan of plansOf(fragment)) {
    const unknown = unknownName(plan);
    if (unknown !== undefined) throw new Error(`uses ${unknown}, which the vocabulary does not have`);
    const port = exitsOf(plan).find((exit) => !ports.some(({ id }) => id === exit));
    if (port !== undefined) throw new Error(`leaves by ${port}, which is not one of its ports`);
    const wait = waitsFor(plan).find((name) => !waits.includes(name));
    if (wait !== undefined) throw new Error(`waits in ${wait}, which it does not have`);
  }
  for (const { after = [] } of Object.values(fragment.waits)) {
    if (after.some(({ ms }) => !Number.isInteger(ms) || ms <= 0)) throw new Error('waits for a time that is not whole milliseconds');
  }
}

function plansOf({ entry, waits }: StateFragment): Plan[] {
  return [entry, ...Object.values(waits).flatMap(({ on, after = [] }) => [...Object.values(on), ...after.map(({ plan }) => plan)])];
}

function waitsFor({ then }: Plan): string[] {
  if ('wait' in then) return [then.wait];
  if ('branch' in then) return [...then.branch.flatMap(({ plan }) => waitsFor(plan)), ...waitsFor(then.otherwise)];
  return [];
}
