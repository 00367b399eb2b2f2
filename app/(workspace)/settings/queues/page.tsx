import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { QueuesSettings } from './_components/queues-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('queues.title') };
}

export default function QueuesSettingsPage() {
  return <PageBody><QueuesSettings /></PageBody>;
}
