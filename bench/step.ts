import { readFileSync } from 'node:fs';
import { transition, type AnyMachineSnapshot } from 'xstate';
import { compile } from '@/flows/compiler/compile';
import { parseDocument } from '@/flows/document/parse-document';
import type { EngineEvent, SessionState, StepDeps } from '@/flows/engine/engine-types';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { runnable } from '@/flows/engine/runnable-cache';
import { startState } from '@/flows/engine/start-state';
import { step } from '@/flows/engine/step';
import { defaultRegistry } from '@/flows/nodes/registry';
import { compareRounds } from './compare-rounds';

/** step() against a bare transition() of the same machine on the same events, nothing restored or rendered. */
const parsed = parseDocument(JSON.parse(readFileSync('flows/library/customer-service.flow.json', 'utf8')));
if (!parsed.ok) throw new Error('the library flow does not parse');
const compiled = compile(parsed.document, { ref: 'bench', registry: defaultRegistry });
if (!compiled.ok) throw new Error('the library flow does not compile');
const { flow } = compiled;

const SCRIPT = ['hello', 'refund', 'something nobody wrote', '2', 'advisor'];
const events: EngineEvent[] = SCRIPT.map((text, index) => {
  const message = { id: `m${index}`, text };
  return index === 0 ? { type: 'session.started', input: {}, language: 'en', message } : { type: 'message.received', message };
});
const deps: StepDeps = {
  now: 1_767_600_000_000,
  sessionId: 'bench',
  facts: { contact: { name: 'Claire', email: null, phone: null, locale: 'en' } },
  flows: (ref) => (ref === flow.ref ? flow : undefined),
  limits: DEFAULT_LIMITS,
};
const fresh = startState(flow.ref, flow, { rng: 1, language: 'en' });
const ready = runnable(flow, DEFAULT_LIMITS.iterations);
const first = ready.rest('idle', flow.machine.context);

function playStep(): void {
  let state: SessionState = fresh;
  for (const event of events) state = step(state, event, deps).state;
}
function playStepThroughJson(): void {
  let text = JSON.stringify(fresh);
  for (const event of events) text = JSON.stringify(step(JSON.parse(text) as SessionState, event, deps).state);
}
function playTransition(): void {
  let snapshot: AnyMachineSnapshot = first;
  for (const event of events) {
    const turn = { message: 'message' in event ? event.message : undefined, facts: deps.facts, languages: flow.languages, limits: deps.limits };
    [snapshot] = transition(ready.machine, snapshot, { type: event.type, turn });
  }
}

const results = compareRounds({ 'bare transition()': playTransition, 'step()': playStep, 'step(), state through JSON': playStepThroughJson }, { rounds: 9, milliseconds: 700 });
const reference = results['bare transition()'];
console.log('## step()\n\nFive turns of the customer service flow; reference: bare `transition()` of the same machine in memory.\n');
console.log('| | turns per CPU-second | ratio to reference |\n|---|---|---|');
for (const [name, plays] of Object.entries(results)) {
  console.log(`| ${name} | ${Math.round(plays * events.length).toLocaleString('en')} | ${(plays / (reference ?? plays)).toFixed(2)} |`);
}
