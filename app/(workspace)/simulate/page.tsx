import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { pageContext } from '../../_shell/page-context';
import { FlowChoice } from './_list/flow-choice';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'simulate')('title') };
}

/** Which flow to simulate: the one of last time, unless the person wants to choose. */
export default async function SimulatePage({ searchParams }: { searchParams: Promise<{ choose?: string }> }) {
  const { choose } = await searchParams;
  return <FlowChoice choosing={choose !== undefined} />;
}
