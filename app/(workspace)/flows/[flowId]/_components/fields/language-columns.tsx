'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { Locale } from '@/flows/document/localized-text';
import { languageName } from '../../_editor/language-name';
import { useEditor } from '../../_editor/use-editor';

interface LanguageColumnsProps {
  label: string;
  /** Draws the field of one language. `label` names the language where several stand beside each other. */
  children: (language: Locale, label: string, only: boolean) => ReactNode;
}

/** A field in the language of the canvas, or in every language of the flow side by side, as the person has chosen. */
export function LanguageColumns({ label, children }: LanguageColumnsProps) {
  const t = useTranslations('studio.language');
  const language = useEditor((editor) => editor.language);
  const languages = useEditor((editor) => editor.document.languages);
  const sideBySide = useEditor((editor) => editor.sideBySide) && languages.length > 1;
  if (!sideBySide) return children(language, label, true);
  return (
    <div className={clsx('grid items-start gap-3', languages.length > 2 ? 'grid-cols-[repeat(auto-fit,minmax(150px,1fr))]' : 'grid-cols-2')}>
      {languages.map((each) => (
        <Fragment key={each}>{children(each, t('in', { label, language: languageName(each, each) }), false)}</Fragment>
      ))}
    </div>
  );
}
