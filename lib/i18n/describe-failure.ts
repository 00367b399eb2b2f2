import type { Json } from '@/flows/document/json';
import type { Effect } from '@/flows/engine/engine-types';
import type { FlowNames } from '@/flows/nodes/flow-names';
import type { Difference, Facet, Said, TurnCause } from '@/flows/simulator/compare/difference';
import type { Script } from '@/flows/simulator/script';
import type { Stopped } from '@/flows/simulator/test-runner';

/** Says a text of the namespace `tests` by its key, with ICU values. */
interface Say {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

/** Longer words are cut in a sentence: the conversation beside it has them whole. */
const MOST = 90;

/** In one sentence, where a test's conversation first differs and how. */
export function describeFailure(failure: { difference: Difference; stopped: Stopped | null }, about: { script: Script; names: FlowNames; say: Say }): string {
  const { difference: { turn, facets: [facet] }, stopped } = failure;
  const { script, names, say } = about;
  // Where the script could not go on, that is the news, unless something differed before.
  if (stopped && facet.kind === 'cause' && facet.actual === null) return say(`stopped.${stopped.code}`, { turn, button: buttonOf(script, stopped) });
  return sentence(facet, turn, names, say);
}

function sentence(facet: Facet, turn: number, names: FlowNames, say: Say): string {
  switch (facet.kind) {
    case 'path':
      return path(facet, turn, names, say);
    case 'said':
      return said(facet, turn, say);
    case 'variable':
      return say('difference.variable', { turn, name: facet.name, expected: value(facet.expected), actual: value(facet.actual) });
    case 'state':
      return say('difference.state', { turn, expected: facet.expected, actual: facet.actual });
    case 'cause':
      return say('difference.cause', { turn, expected: cause(facet.expected, say), actual: cause(facet.actual, say) });
    case 'effect':
      return say('difference.effect', { turn, expected: effect(facet.expected, say), actual: effect(facet.actual, say) });
    case 'timer': {
      const { expected, actual } = facet;
      const step = names.step((actual ?? expected)?.node ?? '') ?? say('gone');
      return say('difference.timer', { turn, step, expected: minute(expected?.at, say), actual: minute(actual?.at, say) });
    }
  }
}

function path({ step, expected, actual }: Extract<Facet, { kind: 'path' }>, turn: number, names: FlowNames, say: Say): string {
  const nameOf = (node: string | null | undefined): string => (node ? names.step(node) : null) ?? say('gone');
  const here = nameOf(step);
  if (actual?.kind === 'failed') return say('difference.broke', { turn, step: nameOf(actual.node ?? step), detail: actual.detail });
  if (expected?.kind === 'left' && actual?.kind === 'left' && expected.port !== actual.port) {
    return say('difference.port', { turn, step: nameOf(actual.node), expected: names.port(actual.node, expected.port), actual: names.port(actual.node, actual.port) });
  }
  if (expected?.kind === 'entered' && actual?.kind === 'entered') return say('difference.step', { turn, expected: nameOf(expected.node), actual: nameOf(actual.node) });
  if (actual?.kind === 'left' && expected?.kind !== 'left') return say('difference.left', { turn, step: nameOf(actual.node), actual: names.port(actual.node, actual.port) });
  if (expected?.kind === 'left' && actual?.kind !== 'left') return say('difference.stays', { turn, step: nameOf(step ?? expected.node), expected: names.port(expected.node, expected.port) });
  return say('difference.way', { turn, step: here });
}

function said({ expected, actual }: Extract<Facet, { kind: 'said' }>, turn: number, say: Say): string {
  if (expected && actual && expected.text === actual.text && expected.event === actual.event) {
    if (expected.buttons || actual.buttons) return say('difference.buttons', { turn, expected: buttons(expected, say), actual: buttons(actual, say) });
    return say('difference.time', { turn, expected: minute(expected.at, say), actual: minute(actual.at, say) });
  }
  if (expected?.text !== undefined && actual?.text !== undefined) return say('difference.words', { turn, expected: cut(expected.text), actual: cut(actual.text) });
  if (expected?.text !== undefined) return say('difference.unsaid', { turn, expected: cut(expected.text) });
  if (actual?.text !== undefined) return say('difference.unexpected', { turn, actual: cut(actual.text) });
  return say('difference.effect', { turn, expected: event(expected?.event, say), actual: event(actual?.event, say) });
}

function buttons({ buttons: labels = [] }: Said, say: Say): string {
  return labels.length === 0 ? say('nothing') : labels.join(' · ');
}

function cause(of: TurnCause | null, say: Say): string {
  if (!of) return say('nothing');
  return of.text === undefined ? event(of.event, say) : say('event.wrote', { text: cut(of.text) });
}

function event(type: string | undefined, say: Say): string {
  if (type === undefined) return say('nothing');
  const key = `event.${type.replaceAll('.', '-')}`;
  // Of another program's transcript: shown as it is.
  return say.has(key) ? say(key) : type;
}

function effect(of: Effect | null, say: Say): string {
  const detail = of ? detailOf(of) : '';
  const what = event(of?.kind, say);
  return detail === '' ? what : `${what} (${detail})`;
}

function detailOf(effect: Effect): string {
  switch (effect.kind) {
    case 'handoff.request': {
      const { skills, queue, priority, mode } = effect.requirement;
      return [...skills, queue ?? '', priority, mode].filter((part) => part !== '').join(', ');
    }
    case 'conversation.close':
      return effect.disposition;
    case 'contact.patch':
      return `${effect.name}: ${value(effect.value)}`;
    case 'knowledge.search':
      return cut(effect.query);
    case 'answer.record':
      return cut(Object.values(effect.value).join(' / '));
    default:
      return '';
  }
}

function value(of: Json): string {
  return cut(typeof of === 'string' ? `“${of}”` : JSON.stringify(of));
}

/** Scripts have their times in UTC. */
function minute(at: string | undefined, say: Say): string {
  return at === undefined ? say('nothing') : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

function buttonOf({ events }: Script, { event: index }: Stopped): string {
  const event = events[index];
  return event && 'press' in event ? event.press : '';
}

function cut(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line;
}
