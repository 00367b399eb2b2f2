'use client';

import { useTranslations } from 'next-intl';
import { Kbd } from '@/lib/ui/kbd';
import { LevelButtons } from './level-buttons';

/** The cell that has the focus, as buttons, with what its level means. */
export function LevelBar({ agent, skill, level, onLevel }: { agent: string; skill: string; level: number; onLevel: (level: number) => void }) {
  const t = useTranslations('settings.skills');
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-raised px-3.5 py-2.5 shadow-float">
        <strong className="text-sm font-strong text-ink">{t('editing', { name: agent, skill })}</strong>
        <LevelButtons label={t('editing', { name: agent, skill })} level={level} onLevel={onLevel} />
        <span className="text-sm text-ink-2">{t(`levels.${level as 0}`)}</span>
      </div>
      <p className="flex items-center gap-1.5 text-xs text-ink-3"><Kbd>0</Kbd>–<Kbd>5</Kbd> {t('keys')}</p>
    </div>
  );
}
