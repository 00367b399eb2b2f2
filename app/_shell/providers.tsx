'use client';

import type { ReactNode } from 'react';
import type { MessageTree } from '@/lib/i18n/messages';
import { Toaster } from '@/lib/ui/toaster';
import { Texts } from './texts';

/** What every page stands in: texts and toasts. */
export function Providers({ locale, messages, children }: { locale: string; messages: Record<string, MessageTree | undefined>; children: ReactNode }) {
  return (
    <Texts locale={locale} messages={messages}>
      {children}
      <Toaster />
    </Texts>
  );
}
