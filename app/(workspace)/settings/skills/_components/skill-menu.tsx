'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu } from '@/lib/ui/menu';

/** A skill's name, with what can be done with it. */
export function SkillMenu({ name, onAct }: { name: string; onAct: (act: 'rename' | 'delete') => void }) {
  const t = useTranslations('settings.skills');
  return (
    <Menu
      align="center"
      trigger={
        <button type="button" aria-label={t('acts', { skill: name })} className="inline-flex min-h-8 max-w-40 items-center gap-1 rounded-md px-2 text-sm font-medium text-ink hover:bg-sunken pointer-coarse:min-h-11">
          <span className="[overflow-wrap:anywhere]">{name}</span>
          <ChevronDown aria-hidden size={12} strokeWidth={2} className="shrink-0 text-ink-3" />
        </button>
      }
      entries={[
        { key: 'rename', label: t('rename'), onSelect: () => onAct('rename') },
        { key: 'delete', label: t('delete'), danger: true, onSelect: () => onAct('delete') },
      ]}
    />
  );
}
