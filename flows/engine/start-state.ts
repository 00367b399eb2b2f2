import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { FlowVersionRef } from '@/flows/document/flow-version-ref';
import type { Locale } from '@/flows/document/localized-text';
import type { SessionState } from './engine-types';

/** A session before its first event, `session.started`. `rng` seeds whatever is drawn by lot. */
export function startState(ref: FlowVersionRef, flow: CompiledFlow, { rng, language }: { rng: number; language: Locale }): SessionState {
  const { variables, counters } = flow.machine.context;
  return {
    v: 1,
    frames: [{ flow: ref, value: flow.machine.initial, context: { variables: { ...variables }, counters: { ...counters }, language } }],
    rng,
    seq: 0,
    status: 'active',
    timers: {},
    handoff: null,
    awaited: null,
  };
}
