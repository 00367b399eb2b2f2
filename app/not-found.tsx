import Link from 'next/link';
import { translator } from '@/lib/i18n/translator';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';
import { pageContext } from './_shell/page-context';

/** An address where nothing stands. */
export default async function NotFound() {
  const { locale } = await pageContext();
  const t = translator(locale, 'shell');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState as="h1" drawing="search" title={t('notFound.title')} actions={<Link href="/" className={buttonStyle()}>{t('notFound.action')}</Link>}>
        {t('notFound.text')}
      </EmptyState>
    </main>
  );
}
