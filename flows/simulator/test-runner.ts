import { compile } from '@/flows/compiler/compile';
import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import { compareTranscripts } from './compare/compare-transcripts';
import type { Difference } from './compare/difference';
import type { Script } from './script';
import { simulate, type SimulateEnv } from './simulate';
import { SimulationError } from './simulation-error';
import type { Transcript } from './transcript';

/** Why a script could not be played to its end; `event` is the position of the event that could not happen, from 0. */
export interface Stopped {
  code: SimulationError['code'];
  event: number;
}

/** What became of a test. A failed one says where its conversation first differs, and plays as far as it can. */
export type TestResult =
  | { outcome: 'passed'; actual: Transcript }
  | { outcome: 'failed'; difference: Difference; actual: Transcript; stopped: Stopped | null }
  | { outcome: 'not-sound'; diagnostics: readonly Diagnostic[] };

const NOTHING: Transcript = { entries: [], state: 'active', variables: {}, path: [], effects: [], pendingTimers: [] };

/** Runs golden conversations on a flow, which is compiled once. Never throws on a test that does not hold. */
export function testRunner(document: FlowDocument, env: SimulateEnv = {}): (test: { script: Script; transcript: Transcript }) => TestResult {
  const compiled = compile(document, { ref: 'draft', registry: env.registry ?? defaultRegistry });
  if (!compiled.ok) return () => ({ outcome: 'not-sound', diagnostics: compiled.diagnostics });
  const steps = new Set(Object.keys(document.nodes));
  return ({ script, transcript }) => {
    const { actual, stopped } = played(script);
    const difference = compareTranscripts(transcript, actual, steps);
    if (!stopped && !difference) return { outcome: 'passed', actual };
    return { outcome: 'failed', difference: difference ?? nothingTo(actual), actual, stopped };
  };

  function played(script: Script): { actual: Transcript; stopped: Stopped | null } {
    try {
      return { actual: simulate(compiled.ok ? compiled.flow : document, script, env), stopped: null };
    } catch (error) {
      if (!(error instanceof SimulationError) || error.event === undefined) throw error;
      const { code, event } = error;
      const before = script.events.slice(0, event);
      return { actual: before.length === 0 ? NOTHING : played({ ...script, events: before }).actual, stopped: { code, event } };
    }
  }
}

/** The expected conversation ends where the script cannot go on: it was never played by this script. */
function nothingTo({ entries }: Transcript): Difference {
  return { turn: entries.filter(({ from }) => from === 'customer').length + 1, facets: [{ kind: 'cause', expected: null, actual: null }] };
}
