'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/lib/ui/button';
import { Menu } from '@/lib/ui/menu';
import { useStudio } from '../../_editor/use-studio';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** The skills an agent needs, as chips; more from the workspace's list. */
export function SkillsField({ path, value, hideLabel = false }: DataFieldProps) {
  const t = useTranslations('studio.skills');
  const { set, readOnly } = useFieldForm();
  const { references, nameOf } = useStudio();
  const { label, help, error, warning } = useFieldTexts(path);
  const id = useId();
  const chosen = Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
  const others = references.skills.filter(({ key }) => !chosen.includes(key));
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1.5">
      <span id={id} className={hideLabel ? 'sr-only' : 'text-xs font-label text-ink-2'}>{label}</span>
      <ul className="flex flex-wrap items-center gap-1.5">
        {chosen.map((key) => (
          <li key={key} className="inline-flex min-h-7 items-center gap-1 rounded-full bg-accent-tint pr-1 pl-2.5 text-xs font-medium text-accent-ink">
            {nameOf('skill', key)}
            {!readOnly && (
              <button
                type="button"
                aria-label={t('remove', { skill: nameOf('skill', key) })}
                onClick={() => set(path, chosen.filter((other) => other !== key))}
                className="touch-target inline-flex size-5 items-center justify-center rounded-full hover:bg-accent-tint-2"
              >
                <X aria-hidden size={12} strokeWidth={2} />
              </button>
            )}
          </li>
        ))}
        {!readOnly && others.length > 0 && (
          <li>
            <Menu
              align="start"
              trigger={<Button size="sm" icon={<Plus aria-hidden size={14} strokeWidth={1.75} />}>{t('add')}</Button>}
              entries={others.map(({ key }) => ({ key, label: nameOf('skill', key), onSelect: () => set(path, [...chosen, key]) }))}
            />
          </li>
        )}
        {chosen.length === 0 && (readOnly || others.length === 0) && <li className="text-sm text-ink-3">{t('none')}</li>}
      </ul>
      <p className={error ? 'text-xs text-stop' : 'text-xs text-ink-3'}>{error ?? <FieldNote help={help} warning={warning} />}</p>
    </div>
  );
}
