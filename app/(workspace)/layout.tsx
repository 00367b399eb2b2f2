import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { messagesFor } from '@/lib/i18n/messages';
import { TrpcProvider } from '../_trpc/provider';
import { pageContext } from '../_shell/page-context';
import { placesFor } from '../_shell/places';
import { Shell } from '../_shell/shell';
import { Texts } from '../_shell/texts';

/** What a signed-in person works with. */
const WORK_TEXTS = ['common', 'shell', 'errors', 'flows', 'studio', 'simulate', 'tests', 'inbox', 'articles', 'settings', 'trace'] as const;

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { user, roles, locale, theme } = await pageContext();
  if (!user) redirect('/sign-in');
  return (
    <Texts locale={locale} messages={messagesFor(locale, WORK_TEXTS)}>
      <TrpcProvider userId={user.id}>
        <Shell person={user} places={placesFor(roles)} theme={theme}>{children}</Shell>
      </TrpcProvider>
    </Texts>
  );
}
