'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/lib/ui/icon-button';
import { TextInput, type TextInputProps } from '@/lib/ui/text-input';

/** A password, hidden until one asks to see it. */
export function PasswordInput(props: Omit<TextInputProps, 'type' | 'trailing' | 'size'>) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextInput
      {...props}
      size="lg"
      type={shown ? 'text' : 'password'}
      trailing={
        <IconButton size="sm" className="-mr-1.5" label={t(shown ? 'hide' : 'show')} onClick={() => setShown(!shown)}>
          <Icon aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      }
    />
  );
}
