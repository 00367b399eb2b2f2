'use client';

import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import type { Ref } from 'react';
import type { Moment } from '@/flows/simulator/moments-of';
import { formatTime } from '@/lib/i18n/format';
import { useStudio } from '../../../../flows/[flowId]/_editor/use-studio';
import { useSimulator } from '../../_state/simulator-context';
import { useMomentWords } from '../../_state/use-moment-words';

/** One moment: the number of its turn, what happened, and what followed step by step. */
export function TraceMoment({ moment, ref }: { moment: Moment; ref?: Ref<HTMLLIElement> }) {
  const t = useTranslations('simulate.trace');
  const locale = useLocale();
  const { zone, state } = useSimulator();
  const { flyTo } = useStudio();
  const { head, lines } = useMomentWords()(moment);
  const { turn, cause } = moment;
  return (
    <li ref={ref} className="flex gap-2.5">
      <span className={clsx('tabular mt-px grid size-5 shrink-0 place-items-center rounded-full text-2xs font-strong', turn === null ? 'border border-line-strong text-ink-3' : 'bg-accent text-on-accent')}>
        {turn === null ? null : <><span className="sr-only">{t('turn', { number: turn })}</span><span aria-hidden>{turn}</span></>}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-2">
          <p {...(cause.text !== undefined && { lang: state.language })} className="min-w-0 text-sm font-medium text-ink [overflow-wrap:anywhere]">{head}</p>
          <time dateTime={cause.at} className="tabular shrink-0 text-2xs text-ink-3">{formatTime(Date.parse(cause.at), locale, zone)}</time>
        </div>
        <ul className="mt-0.5 flex flex-col gap-0.5">
          {lines.map(({ text, node, failed }, index) => (
            <li key={index} className={clsx('text-xs text-pretty [overflow-wrap:anywhere]', failed ? 'text-stop' : 'text-ink-2')}>
              {node === undefined ? text : (
                <button type="button" onClick={() => flyTo(node)} className="rounded-xs text-left hover:text-ink hover:underline">{text}</button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
