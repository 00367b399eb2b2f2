'use client';

import { useLocale, useTranslations } from 'next-intl';
import { pickText } from '@/flows/document/localized-text';
import type { NodeId } from '@/flows/document/flow-document';
import type { TraceEntry } from '@/flows/engine/engine-types';
import type { Moment } from '@/flows/simulator/moments-of';
import type { TranscriptEntry } from '@/flows/simulator/transcript';
import { useSimulator } from './simulator-context';
import { useStepWords } from './use-step-words';
import { useWorldWords } from './use-world-words';

export interface MomentLine {
  text: string;
  /** The step it tells of, to be shown on the canvas. */
  node?: NodeId | undefined;
  failed?: boolean;
}

/** What happened outside the flow, in the words of the inbox. */
const EVENTS: Readonly<Record<string, 'queued' | 'queue-left' | 'accepted' | 'released' | 'closed' | 'customer-left'>> = {
  'handoff.request': 'queued',
  'handoff.cancel': 'queue-left',
  'agent.joined': 'accepted',
  'agent.released': 'released',
  'agent.closed': 'closed',
  'conversation.close': 'closed',
  'customer.left': 'customer-left',
};

/** Reasons that do not name the way out they explain. */
const NAMELESS: ReadonlySet<string> = new Set(['chosen', 'held']);

/** A moment told: what happened, then what followed. */
export function useMomentWords(): (moment: Moment) => { head: string; lines: MomentLine[] } {
  const t = useTranslations('simulate.trace');
  const told = useTranslations('trace');
  const thread = useTranslations('inbox.thread');
  const locale = useLocale();
  const { state, simulation, moments } = useSimulator();
  const { title, port } = useStepWords();
  const worldWords = useWorldWords();

  return (moment) => {
    const { cause, followed } = moment;
    const over = followed.some(({ event }) => event === 'conversation.close') || (moments.at(-1) === moment && state.session.status !== 'active');
    const last = [cause, ...followed].flatMap(({ trace = [] }) => trace).findLast(({ kind }) => kind !== 'ignored');
    const lines = [cause, ...followed].flatMap((entry, index) => [...searched(entry), ...(entry.trace ?? []).flatMap((item) => traced(item, item === last && !over)), ...(index === 0 ? [] : happened(entry))]);
    return { head: headOf(cause), lines: [...changedByHand(cause), ...lines] };
  };

  function headOf(entry: TranscriptEntry): string {
    const { event, from, text } = entry;
    if (text !== undefined) return t(from === 'agent' ? 'agentSaid' : 'said', { text });
    if (event === 'world.set') return t('world');
    if (event === 'session.started') return t('begun');
    if (event === 'trigger-not-begun') return t('notBegun');
    if (event === 'handoff.unavailable') return t('unavailable');
    if (event === 'effect.succeeded') return t('serviceAnswered');
    if (event === 'effect.failed') return t('serviceFailed');
    if (event === 'timer.fired') return timerHead(entry);
    return happened(entry)[0]?.text ?? event ?? '';
  }

  /** A timer is told by the step that it took the conversation out of. */
  function timerHead({ trace = [] }: TranscriptEntry): string {
    const left = trace.find(({ kind }) => kind === 'left');
    if (left?.kind !== 'left') return t('timer', { step: trace[0] && 'node' in trace[0] && trace[0].node !== undefined ? title(trace[0].node) : '' });
    const words = port(left.node, left.port);
    return words.kind === 'straight' ? t('timer', { step: title(left.node) }) : t('timerPort', { step: title(left.node), port: words.label });
  }

  function happened({ event, from }: TranscriptEntry): MomentLine[] {
    if (event === 'http.request') return [{ text: t('serviceAsked') }];
    const key = event === undefined ? undefined : EVENTS[event];
    if (key === undefined) return [];
    return [{ text: told(`event.${key}`, { agent: t('agentName'), by: from === 'agent' ? 'agent' : 'bot', hasDisposition: 'no', disposition: '' }) }];
  }

  function traced(item: TraceEntry, rests: boolean): MomentLine[] {
    switch (item.kind) {
      case 'entered':
        return rests ? [{ text: t('rests', { step: title(item.node) }), node: item.node }] : [];
      case 'left': {
        const step = title(item.node);
        const words = port(item.node, item.port);
        if (words.kind === 'straight') return [];
        const exit = thread(words.kind === 'chose' ? 'chose' : 'tookExit', { label: words.label });
        const why = `why.${item.reason}` as 'why.open';
        if (!t.has(why)) return [{ text: t('left', { step, exit }), node: item.node }];
        return [{ text: NAMELESS.has(item.reason) ? t('leftWhy', { step, exit, why: t(why) }) : t('leftBecause', { step, why: t(why) }), node: item.node }];
      }
      case 'ignored':
        return [{ text: t('ignored') }];
      case 'failed': {
        const key = `failure.${item.code}` as const;
        const failure = told.has(key) ? told(key) : told('failure.other');
        const text = item.node === undefined ? t('failedNowhere', { failure }) : t('failed', { step: title(item.node), failure });
        return [{ text, node: item.node, failed: true }, { text: item.detail, failed: true }];
      }
    }
  }

  /** What an event of the script changed: the first one that of the first entry, and so on. */
  function changedByHand(entry: TranscriptEntry): MomentLine[] {
    if (entry.event !== 'world.set') return [];
    const place = state.entries.filter(({ event }) => event === 'world.set').indexOf(entry);
    const set = simulation.events.flatMap((event) => ('set' in event ? [event.set] : []))[place];
    return set ? worldWords(set).map((text) => ({ text })) : [];
  }

  /** An answer of the articles: told where it came. */
  function searched({ event, trace, at }: TranscriptEntry): MomentLine[] {
    if (event !== 'effect.succeeded' || !trace) return [];
    if (moments.some(({ cause }) => cause.trace === trace)) return [];
    // What services answered is a moment of its own, what the articles answered follows one.
    const answers = state.entries.filter((each) => each.event === 'effect.succeeded' && !moments.some(({ cause }) => cause.trace === each.trace));
    const place = answers.findIndex((each) => each.at === at && each.trace === trace);
    const search = state.effects.filter((effect) => effect.kind === 'knowledge.search')[place];
    if (search?.kind !== 'knowledge.search') return [];
    const { query, language } = search;
    const result = state.found[query] ?? simulation.setting.knowledge?.[query] ?? simulation.setting.knowledge?.['*'];
    if (!result) return [];
    const best = pickText(result.candidates[0]?.title, language, [locale]);
    return [{ text: t(`found.${result.outcome}`, { query, title: best, count: result.candidates.length }) }];
  }
}
