import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { translator } from '@/lib/i18n/translator';
import { Mark } from '@/lib/ui/mark';
import { pageContext } from '../_shell/page-context';
import { SignInFooter } from './sign-in-footer';
import { SignInForm } from './sign-in-form';
import { Tracks } from './tracks';
import { safeNext } from './safe-next';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'signIn')('title') };
}

/** The door: the form on paper, the lines of the railway beside it. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { user, locale, theme } = await pageContext();
  const next = safeNext((await searchParams)['next']);
  if (user) redirect(next);
  const t = translator(locale, 'signIn');
  const shell = translator(locale, 'shell');
  return (
    <div className="grid min-h-dvh bg-surface md:grid-cols-[47.2%_1fr]">
      <div className="flex flex-col px-6 py-6 md:px-12 md:py-10">
        <header className="flex items-center gap-2">
          <Mark size={28} />
          <span className="text-lg font-strong text-ink">{shell('product')}</span>
        </header>
        <main className="mx-auto flex w-full max-w-90 flex-1 flex-col justify-center py-10">
          <h1 className="display-3 text-ink">{t('greeting')}</h1>
          <p className="mt-2 mb-8 text-md text-ink-2">{t('intro')}</p>
          <SignInForm next={next} />
        </main>
        <SignInFooter theme={theme} />
      </div>
      <aside className="relative overflow-hidden bg-brand-panel max-md:hidden">
        <Tracks />
        <p className="display-2 absolute inset-x-14 bottom-14 max-w-120 text-balance text-brand-ink">{t('statement')}</p>
      </aside>
    </div>
  );
}
