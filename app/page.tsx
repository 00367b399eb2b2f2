import { redirect } from 'next/navigation';
import { translator } from '@/lib/i18n/translator';
import { EmptyState } from '@/lib/ui/empty-state';
import { pageContext } from './_shell/page-context';
import { placesFor } from './_shell/places';

/** Leads everybody to where their work is. */
export default async function StartPage() {
  const { user, roles, locale } = await pageContext();
  if (!user) redirect('/sign-in');
  const [home] = placesFor(roles);
  if (home) redirect(home.href);
  const t = translator(locale, 'shell');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState as="h1" title={t('noPlace.title')}>{t('noPlace.text')}</EmptyState>
    </main>
  );
}
