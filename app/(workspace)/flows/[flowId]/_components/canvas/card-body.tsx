'use client';

import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { defaultRegistry } from '@/flows/nodes/registry';
import { languageName } from '@/lib/i18n/language-name';
import { fieldLabel } from '../../_editor/field-label';
import { uiOf } from '../../_editor/ui-of';
import { useEditor } from '../../_editor/use-editor';
import type { StepView } from '../../_editor/use-step';
import { useStudio } from '../../_editor/use-studio';

/** What the customer will see, by the step type's own card; nothing while its data is not sound. */
export function CardBody({ step: { node, problems } }: { step: StepView }) {
  const t = useTranslations('studio.card');
  const locale = useLocale();
  const language = useEditor((editor) => editor.language);
  const languages = useEditor((editor) => editor.document.languages);
  const { nameOf } = useStudio();
  const { Body } = uiOf(node.type);
  const parsed = defaultRegistry.get(node.type)?.data.safeParse(node.data);
  const untranslated = problems.some(({ code, params }) => code === 'missing-translation' && params['language'] === language);
  if (!Body || !parsed?.success) return null;
  return (
    <div className="flex flex-col gap-1.5 border-t border-line px-2.5 py-2 empty:hidden">
      <Body
        data={parsed.data as never}
        language={language}
        languages={languages}
        label={(path) => fieldLabel(node.type, path, locale)}
        nameOf={nameOf}
      />
      {untranslated && (
        <p className="flex items-center gap-1 text-2xs text-caution">
          <Languages aria-hidden size={12} strokeWidth={2} />
          {t('untranslated', { language: languageName(language, locale) })}
        </p>
      )}
    </div>
  );
}
