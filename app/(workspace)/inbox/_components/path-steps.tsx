'use client';
import { useLocale, useTranslations } from 'next-intl';
import { pickText } from '@/flows/document/localized-text';
import { nodeTexts } from '@/flows/nodes/texts';
import { formatTime } from '@/lib/i18n/format';
import { FamilyTile } from '@/lib/ui/family-tile';
import { exitWords } from '../_logic/exit-words';
import { stepLook } from '../_logic/step-look';
import type { ConversationView, PathStep } from '../_logic/view-models';

export interface PathStepsProps {
  path: readonly PathStep[];
  flow: ConversationView['flow'];
  /** The conversation is closed: nobody rests anywhere any more. */
  over: boolean;
}

/** Why the conversation came here: each step and the way out that was taken, in words. */
export function PathSteps({ path, flow, over }: PathStepsProps) {
  const t = useTranslations('inbox.thread');
  const locale = useLocale();
  return (
    <div className="border-t border-line px-3.5 py-3">
      {flow ? <p className="mb-2 text-xs text-ink-3">{t('pathTitle', { flow: flow.name, number: flow.number })}</p> : null}
      <ol aria-label={t('steps')} className="space-y-1.5">
        {path.map((step, index) => {
          const { family, icon } = stepLook(step.type);
          const exit = exitWords(step, locale);
          return (
            <li key={index} className="flex items-start gap-2.5">
              <FamilyTile family={family} icon={icon} size={20} />
              <span className="min-w-0 flex-1">
                <span className="font-medium text-ink">{pickText(step.title, locale, []) || nodeTexts(step.type, locale).name}</span>
                <span className="text-ink-2">
                  {exit.kind === 'chose' ? <> {t('chose', { label: exit.label })}</> : null}
                  {exit.kind === 'exit' ? <> {t('tookExit', { label: exit.label })}</> : null}
                  {exit.kind === 'here' && !over ? <> {t('here')}</> : null}
                </span>
              </span>
              <time className="tabular text-2xs leading-5 text-ink-3">{formatTime(step.at, locale)}</time>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
