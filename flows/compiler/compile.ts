import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { FlowVersionRef } from '@/flows/document/flow-version-ref';
import type { StateFragment } from '@/flows/nodes/define-node';
import type { Registry } from '@/flows/nodes/registry';
import { checkHeldValues } from './checks/check-held-values';
import { checkLinks, reachable } from './checks/check-links';
import { checkLoops } from './checks/check-loops';
import { checkReferences, type KnownReferences } from './checks/check-references';
import { checkSilence } from './checks/check-silence';
import { checkTriggers } from './checks/check-triggers';
import { checkTexts } from './checks/check-texts';
import { checkVariableUse } from './checks/check-variable-use';
import { checkVariables } from './checks/check-variables';
import { compiledTriggers } from './compiled-triggers';
import { factsRead } from './facts-read';
import type { Linkable } from './link/linkable';
import { linkMachine } from './link/link-machine';
import { VOCABULARY_VERSION, type CompiledFlow } from './machine-json';
import { nodeFragments } from './node-fragments';
import { reporter, type ResolvedFlow } from './resolved-flow';
import { resolveFlow } from './resolve-flow';

/** Changes whenever the same document may compile to another machine; sessions pin it. */
export const COMPILER_VERSION = '2';

export interface CompileEnv {
  ref: FlowVersionRef;
  registry: Registry;
  /** What the workspace has; without it no name of its skills, queues, calendars, connections and secrets is checked. */
  references?: KnownReferences;
}

export type CompileResult =
  | { ok: true; flow: CompiledFlow; warnings: Diagnostic[] }
  /** Errors first, in the order of the steps' ids; warnings follow. */
  | { ok: false; diagnostics: Diagnostic[] };

/** Checks a flow and turns it into a machine. Never throws for anything an author can write. */
export function compile(document: FlowDocument, env: CompileEnv): CompileResult {
  const diagnostics: Diagnostic[] = [];
  const flow = resolveFlow(document, env.registry, reporter(document, diagnostics));
  checkLinks(flow);
  checkTexts(flow);
  checkVariables(flow);
  checkVariableUse(flow);
  checkReferences(flow, env.references);
  checkTriggers(flow, env.references);
  const fragments = nodeFragments(flow);
  checkLoops(flow, fragments);
  checkSilence(flow, fragments);
  checkHeldValues(flow, fragments);

  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const start = flow.starts[0];
  if (errors.length > 0 || start === undefined) return { ok: false, diagnostics: [...errors, ...warnings] };

  const machine = linkMachine(linkable(flow, fragments, start), JSON.stringify(document).length);
  return {
    ok: true,
    warnings,
    flow: {
      ref: env.ref,
      vocabulary: VOCABULARY_VERSION,
      compiler: COMPILER_VERSION,
      languages: [...document.languages],
      machine,
      sourceMap: Object.fromEntries(Object.entries(machine.states).map(([id, { meta }]) => [id, meta.node])),
      facts: factsRead(flow, machine),
      contactVariables: Object.fromEntries([...flow.variables.values()].filter(({ scope }) => scope === 'contact').map(({ name, type }) => [name, type])),
      ...(document.triggers.length > 0 && { triggers: compiledTriggers(flow) }),
    },
  };
}

function linkable(flow: ResolvedFlow, fragments: ReadonlyMap<string, StateFragment>, start: string): Linkable {
  const reached = reachable(flow);
  return {
    languages: flow.document.languages,
    ids: flow.ids.filter((id) => reached.has(id)),
    start,
    variables: Object.fromEntries([...flow.variables.keys()].map((name) => [name, null])),
    target: (from, port) => flow.target(from, port),
    fragment: (id) => {
      const fragment = fragments.get(id);
      if (!fragment) throw new Error(`step ${id} was not compiled`);
      return fragment;
    },
  };
}
