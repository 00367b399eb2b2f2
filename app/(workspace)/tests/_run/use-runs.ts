'use client';

import { useEffect, useRef, useState } from 'react';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { SimulateEnv } from '@/flows/simulator/simulate';
import { testRunner, type TestResult } from '@/flows/simulator/test-runner';
import type { FlowTestView } from '@/lib/api/view-models';
import { runInSlices } from './run-in-slices';

const SHOW_EVERY_MS = 250;

/** A flow as it stands, with its tests. */
export interface Suite {
  document: FlowDocument;
  tests: readonly FlowTestView[];
}

export interface Runs {
  /** By test; one that has not been run yet is missing. */
  results: ReadonlyMap<string, TestResult>;
  running: boolean;
  /** The last whole run: when it ended, and how long it took, in milliseconds. */
  finished: { at: number; took: number } | null;
  again(): void;
}

/**
 * Runs tests in this browser, all of them whenever a flow, a test or what surrounds them changes (`version` says so).
 * Nothing is run while `suites` or `env` is still on its way.
 */
export function useRuns(suites: readonly Suite[] | null, env: SimulateEnv | null, version: string): Runs {
  const [results, setResults] = useState<ReadonlyMap<string, TestResult>>(new Map());
  const [running, setRunning] = useState(false);
  const [finished, setFinished] = useState<Runs['finished']>(null);
  const [round, setRound] = useState(0);
  const latest = useRef(suites);
  latest.current = suites;
  const ready = suites !== null && env !== null;

  useEffect(() => {
    if (!latest.current || !env) return undefined;
    let stopped = false;
    const made = new Map<string, TestResult>();
    const began = performance.now();
    let shown = began;
    setRunning(true);
    void runInSlices(jobs(latest.current, env, made), { stopped: () => stopped, onSlice: show }).then(() => {
      if (stopped) return;
      setResults(made);
      setRunning(false);
      setFinished({ at: Date.now(), took: performance.now() - began });
    });
    return () => {
      stopped = true;
    };

    /** What is known so far, not oftener than one can read it: drawing costs more than running. */
    function show(): void {
      if (performance.now() - shown < SHOW_EVERY_MS) return;
      shown = performance.now();
      setResults((before) => new Map([...before, ...made]));
    }
  }, [ready, env, version, round]);

  return { results, running, finished, again: () => setRound((before) => before + 1) };
}

function* jobs(suites: readonly Suite[], env: SimulateEnv, made: Map<string, TestResult>): Iterable<() => void> {
  for (const { document, tests } of suites) {
    if (tests.length === 0) continue;
    const run = testRunner(document, env);
    for (const test of tests) yield () => void made.set(test.id, run(test));
  }
}
