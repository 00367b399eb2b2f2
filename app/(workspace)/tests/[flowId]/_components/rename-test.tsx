'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextInput } from '@/lib/ui/text-input';

const MOST = 120;

/** The name as a field, in its place: Enter or leaving it keeps, Escape does not. */
export function RenameTest({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const t = useTranslations('tests.panel');
  const [text, setText] = useState(name);
  const done = (): void => onDone(text.trim() === '' || text.trim() === name ? null : text.trim());
  return (
    <TextInput
      autoFocus
      aria-label={t('name')}
      className="min-w-40 flex-1"
      maxLength={MOST}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
}
