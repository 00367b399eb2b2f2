import { isDeepStrictEqual } from 'node:util';
import { compile } from '@/flows/compiler/compile';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { JsonObject } from '@/flows/document/json';
import { parseDocument } from '@/flows/document/parse-document';
import type { EngineEvent, SessionState } from '@/flows/engine/engine-types';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { startState } from '@/flows/engine/start-state';
import { step } from '@/flows/engine/step';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { Database, RowOf } from './database';
import type { Report } from './problems';

/**
 * The step log alone gives the same effects, reasons and states again. The one check that uses code of the program:
 * the pure function that every turn is.
 */
export function checkReplay({ conversations, versions }: Database, report: Report): void {
  const flows = new Map<string, CompiledFlow>();
  const flowOf = (workspaceId: string, versionId: string): CompiledFlow | undefined => {
    const name = `${workspaceId} ${versionId}`;
    const flow = flows.get(name) ?? compiled(versionId, versions.get(name));
    if (flow) flows.set(name, flow);
    return flow;
  };
  for (const { name, conversation, sessions } of conversations) {
    for (const { session, steps } of sessions) {
      const flow = flowOf(conversation.workspaceId, session.flowVersionId);
      if (!flow) report('replayable', `${name} ${session.id}`, `its flow ${session.flowVersionId} is missing`);
      else replay(`${name} ${session.id}`, flow, session, steps, report);
    }
  }
}

function replay(where: string, flow: CompiledFlow, session: RowOf<'FlowSession'>, steps: readonly RowOf<'StepLog'>[], report: Report): void {
  const began = JSON.parse(steps[0]?.event ?? 'null') as EngineEvent | null;
  if (began?.type !== 'session.started') return report('replayable', where, 'its first step is not its start');
  let state = startState(session.flowVersionId, flow, { rng: steps[0]?.rng ?? 0, language: began.language });
  for (const row of steps) {
    const deps = { now: row.at, sessionId: session.id, facts: JSON.parse(row.facts) as JsonObject, flows: () => flow, limits: DEFAULT_LIMITS };
    const result = step(state, JSON.parse(row.event) as EngineEvent, deps);
    if (state.rng !== row.rng || !same(result.effects, row.effects) || !same(result.trace, row.trace)) {
      return report('replayable', `${where}/${row.seq}`, `gives ${JSON.stringify(result.effects)}, stored ${row.effects}`);
    }
    state = result.state;
  }
  const stored = JSON.parse(session.state) as SessionState;
  // Ended from outside: by an agent, or because a message could not be delivered.
  const endedOutside = state.status === 'active' && stored.status !== 'active' && session.endedAt !== null;
  const expected = endedOutside ? { ...state, status: stored.status, timers: {}, handoff: null } : state;
  if (!same(expected, session.state) || stored.status !== session.status) report('replayable', where, `ends in ${JSON.stringify(expected)}, stored ${session.state}`);
}

function same(value: unknown, stored: string): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), JSON.parse(stored));
}

function compiled(ref: string, document: string | undefined): CompiledFlow | undefined {
  if (document === undefined) return undefined;
  const parsed = parseDocument(JSON.parse(document));
  const result = parsed.ok ? compile(parsed.document, { ref, registry: defaultRegistry }) : undefined;
  return result?.ok ? result.flow : undefined;
}
