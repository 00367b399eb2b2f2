'use client';

import { useLocale, useTranslations } from 'next-intl';
import { pickText } from '@/flows/document/localized-text';
import type { Effect } from '@/flows/engine/engine-types';
import { formatDayTime } from '@/lib/i18n/format';
import { useStudio } from '../../../../flows/[flowId]/_editor/use-studio';
import { useSimulator } from '../../_state/simulator-context';
import { useStepWords } from '../../_state/use-step-words';
import { useValueWords } from '../../_state/use-value-words';

/** What the flow would have done to the world, the newest first. Nothing of it is carried out. */
export function Effects() {
  const t = useTranslations('simulate.effects');
  const { state } = useSimulator();
  const words = useEffectWords();
  if (state.effects.length === 0) return <p className="px-4 py-5 text-sm text-pretty text-ink-3">{t('empty')}</p>;
  return (
    <ol reversed className="flex flex-col">
      {[...state.effects].reverse().map((effect) => {
        const { head, detail } = words(effect);
        return (
          <li key={effect.id} className="border-t border-line px-4 py-2.5 first:border-t-0">
            <p className="text-sm font-medium text-ink">{head}</p>
            {detail === '' ? null : <p className="mt-0.5 text-xs [overflow-wrap:anywhere] whitespace-pre-line text-ink-2">{detail}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function useEffectWords(): (effect: Effect) => { head: string; detail: string } {
  const t = useTranslations('simulate.effects');
  const dispositions = useTranslations('inbox.disposition');
  const locale = useLocale();
  const { zone } = useSimulator();
  const { title, timer } = useStepWords();
  const { nameOf } = useStudio();
  const value = useValueWords();
  const timerDetail = (id: string): string => [timer(id).step, timer(id).port].filter((part) => part !== null).join(' · ');
  return (effect) => {
    switch (effect.kind) {
      case 'message.send':
        return { head: t(effect.kind), detail: effect.content.parts.map(({ text }) => text).join('\n') };
      case 'timer.set':
        return { head: t(effect.kind, { time: formatDayTime(effect.fireAt, locale, zone) }), detail: timerDetail(effect.timerId) };
      case 'timer.cancel':
        return { head: t(effect.kind), detail: timerDetail(effect.timerId) };
      case 'handoff.request': {
        const { skills, queue } = effect.requirement;
        const needs = skills.length === 0 ? t('anybody') : skills.map((skill) => nameOf('skill', skill)).join(', ');
        return { head: t(effect.kind), detail: [...(queue === null ? [] : [nameOf('queue', queue)]), needs].join(' · ') };
      }
      case 'handoff.cancel':
        return { head: t(effect.kind), detail: title(effect.node) };
      case 'answer.record':
        return { head: t(effect.kind, { title: pickText(effect.title, locale, []) || title(effect.node) }), detail: pickText(effect.value, locale, []) };
      case 'conversation.close': {
        const key = effect.disposition as 'resolved';
        return { head: t(effect.kind, { disposition: dispositions.has(key) ? dispositions(key) : effect.disposition }), detail: '' };
      }
      case 'contact.patch':
        return { head: t(effect.kind, { name: effect.name }), detail: value(effect.value, false) };
      case 'http.request':
        return { head: t(effect.kind, { step: title(effect.node) }), detail: `${effect.request.method} ${effect.request.url}` };
      case 'knowledge.search':
        return { head: t(effect.kind, { query: effect.query }), detail: '' };
    }
  };
}
