import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../_shell/page-body';
import { pageContext } from '../../_shell/page-context';
import { TestsOverview } from './_list/tests-overview';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'tests')('title') };
}

/** The flows with what their tests say. */
export default function TestsPage() {
  return <PageBody><TestsOverview /></PageBody>;
}
