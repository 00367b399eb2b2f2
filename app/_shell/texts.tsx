'use client';

import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { MessageTree } from '@/lib/i18n/messages';

export interface TextsProps {
  locale: string;
  messages: Record<string, MessageTree | undefined>;
  children: ReactNode;
}

/** The texts of one language for everything below, added to those of the texts above. */
export function Texts({ locale, messages, children }: TextsProps) {
  return (
    // Times are formatted by lib/i18n/format in the reader's own zone; this zone only keeps server and browser equal.
    <NextIntlClientProvider locale={locale} messages={messages as never} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
