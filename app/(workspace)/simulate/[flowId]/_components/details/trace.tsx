'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useSimulator } from '../../_state/simulator-context';
import { TraceMoment } from './trace-moment';

/** Every moment of the conversation and why it went on as it did, in words. */
export function Trace() {
  const t = useTranslations('simulate.trace');
  const { moments } = useSimulator();
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [moments]);
  if (moments.length === 0) return <p className="px-4 py-5 text-sm text-ink-3">{t('empty')}</p>;
  return (
    <ol className="flex max-h-[50vh] flex-col gap-4 overflow-y-auto px-4 py-4 max-[1059px]:max-h-none">
      {moments.map((moment, index) => (
        <TraceMoment key={index} moment={moment} {...(index === moments.length - 1 && { ref: end })} />
      ))}
    </ol>
  );
}
