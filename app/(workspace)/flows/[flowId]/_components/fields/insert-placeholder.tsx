'use client';

import { Braces } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { pickText } from '@/flows/document/localized-text';
import { Button } from '@/lib/ui/button';
import { Menu } from '@/lib/ui/menu';
import { useEditor } from '../../_editor/use-editor';

/** What a template may always name, by the text key of its label. */
const PLACEHOLDERS = { name: 'contact.name', email: 'contact.email', phone: 'contact.phone', said: 'message.text' } as const;

/** Puts something known about the customer, or a variable of the flow, into a text. Secrets are not to be shown, so not to be put. */
export function InsertPlaceholder({ onInsert }: { onInsert: (placeholder: string) => void }) {
  const t = useTranslations('studio.placeholder');
  const variables = useEditor((editor) => editor.document.variables);
  const languages = useEditor((editor) => editor.document.languages);
  const language = useEditor((editor) => editor.language);
  const known = Object.entries(PLACEHOLDERS).map(([key, path]) => ({ key, label: t(key as keyof typeof PLACEHOLDERS), path: path as string }));
  const declared = variables
    .filter(({ type }) => type !== 'secret')
    .map(({ name, label }) => ({ key: `variable-${name}`, label: pickText(label, language, languages) || name, path: name }));
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" variant="quiet" className="self-start" icon={<Braces aria-hidden size={14} strokeWidth={1.75} />}>
          {t('insert')}
        </Button>
      }
      entries={[...known, ...declared].map(({ key, label, path }) => ({ key, label, onSelect: () => onInsert(`{{ ${path} }}`) }))}
    />
  );
}
