'use client';

import { useTranslations } from 'next-intl';
import type { FlowNames } from '@/flows/nodes/flow-names';
import type { TranscriptTurn } from '@/flows/simulator/compare/turns';

/** What a turn did beside talking, a line each: its cause when nobody spoke, the ways taken, values, decisions, timers. */
export function useTurnLines(turn: TranscriptTurn | undefined, names: FlowNames): string[] {
  const t = useTranslations('tests');
  if (!turn) return [];
  const event = (type: string): string => {
    const key = `event.${type.replaceAll('.', '-')}`;
    return t.has(key as never) ? t(key as never) : type;
  };
  const stepName = (node: string): string => names.step(node) ?? t('gone');
  const ways = turn.trace.flatMap((item, index) => {
    if (item.kind === 'failed') return [t('line.failed', { detail: item.detail })];
    // That it started says nothing.
    if (item.kind !== 'left' || item.reason === 'started') return [];
    const next = turn.trace[index + 1];
    const port = names.port(item.node, item.port);
    return [next?.kind === 'entered' ? t('line.then', { step: stepName(item.node), port, next: stepName(next.node) }) : t('line.left', { step: stepName(item.node), port })];
  });
  return [
    ...(turn.cause.text === undefined && turn.cause.event !== undefined ? [event(turn.cause.event)] : []),
    ...ways,
    ...Object.entries(turn.changed).map(([name, value]) => t('line.variable', { name, value: typeof value === 'string' ? value : JSON.stringify(value) })),
    ...turn.said.flatMap((said) => (said.text === undefined && said.event !== undefined ? [event(said.event)] : [])),
    ...turn.timers.map(({ node, at }) => t('line.timer', { step: stepName(node), time: `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` })),
  ];
}
