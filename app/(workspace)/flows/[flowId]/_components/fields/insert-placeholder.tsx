'use client';

import { Braces } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { pickText } from '@/flows/document/localized-text';
import { Button } from '@/lib/ui/button';
import { Menu, type MenuEntry } from '@/lib/ui/menu';
import { useEditor } from '../../_editor/use-editor';
import { insertAt } from './insert-at';

/** What a template may always name, by the text key of its label. */
const PLACEHOLDERS = { name: 'contact.name', email: 'contact.email', phone: 'contact.phone', said: 'message.text' } as const;

interface InsertPlaceholderProps {
  /** The field that is written in. */
  fieldId: string;
  text: string;
  /** No customer reads it: secrets may be named. */
  secrets?: boolean;
  onInsert: (text: string) => void;
}

/** Puts something known about the customer, or a variable of the flow with its type beside it, where the caret stands. */
export function InsertPlaceholder({ fieldId, text, secrets = false, onInsert }: InsertPlaceholderProps) {
  const t = useTranslations('studio.placeholder');
  const types = useTranslations('studio.variables.types');
  const variables = useEditor((editor) => editor.document.variables);
  const languages = useEditor((editor) => editor.document.languages);
  const language = useEditor((editor) => editor.language);
  const entry = (key: string, path: string, label: string, type: string): MenuEntry => ({
    key,
    label: (
      <span className="flex items-baseline justify-between gap-4">
        {label}
        <span className="text-xs text-ink-3">{type}</span>
      </span>
    ),
    onSelect: () => onInsert(insertAt(fieldId, text, `{{ ${path} }}`)),
  });
  const known = Object.entries(PLACEHOLDERS).map(([key, path]) => entry(key, path, t(key as keyof typeof PLACEHOLDERS), types('text')));
  const declared = variables
    .filter(({ type }) => secrets || type !== 'secret')
    .map(({ name, type, label }) => entry(`variable-${name}`, name, pickText(label, language, languages) || name, types(type)));
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" variant="quiet" className="self-start" icon={<Braces aria-hidden size={14} strokeWidth={1.75} />}>
          {t('insert')}
        </Button>
      }
      entries={[
        { kind: 'heading', key: 'customer', label: t('customer') },
        ...known,
        ...(declared.length > 0 ? [{ kind: 'heading' as const, key: 'variables', label: t('variables') }, ...declared] : []),
        { kind: 'heading', key: 'hint', label: t('hint') },
      ]}
    />
  );
}
