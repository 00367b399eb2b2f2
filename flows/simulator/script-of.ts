import type { Script } from './script';
import { currentState, type Simulation } from './simulation';

/**
 * What was done up to here as a script that needs nothing else: with the hours the flow read and what the articles
 * answered, so that it plays the same where calendars and articles are others.
 */
export function scriptOf(simulation: Simulation): Script {
  const { setting, events, states } = simulation;
  const hours = { ...states[0].calendars, ...setting.facts?.calendars };
  const facts = { ...(Object.keys(hours).length > 0 && { calendars: hours }), ...(setting.facts?.staffing && { staffing: setting.facts.staffing }) };
  // Results carry the version of the articles; a script's are those of no version.
  const found = Object.entries(currentState(simulation).found).map(([query, { outcome, candidates }]) => [query, { outcome, candidates }] as const);
  const knowledge = { ...Object.fromEntries(found), ...setting.knowledge };
  return {
    ...setting,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(Object.keys(knowledge).length > 0 && { knowledge }),
    events: [...events],
  };
}
