'use client';

import { Braces } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { Menu } from '@/lib/ui/menu';

/** What a template may name in this release, by the text key of its label. */
const PLACEHOLDERS = { name: 'contact.name', email: 'contact.email', phone: 'contact.phone', said: 'message.text' } as const;

/** Puts something known about the customer into a text. */
export function InsertPlaceholder({ onInsert }: { onInsert: (placeholder: string) => void }) {
  const t = useTranslations('studio.placeholder');
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" variant="quiet" className="self-start" icon={<Braces aria-hidden size={14} strokeWidth={1.75} />}>
          {t('insert')}
        </Button>
      }
      entries={Object.entries(PLACEHOLDERS).map(([key, path]) => ({
        key,
        label: t(key as keyof typeof PLACEHOLDERS),
        onSelect: () => onInsert(`{{ ${path} }}`),
      }))}
    />
  );
}
