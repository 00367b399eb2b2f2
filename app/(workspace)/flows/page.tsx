import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../_shell/page-body';
import { pageContext } from '../../_shell/page-context';
import { FlowsList } from './_list/flows-list';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'flows')('title') };
}

/** Every flow of the workspace. */
export default function FlowsPage() {
  return <PageBody><FlowsList /></PageBody>;
}
