import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { FailedTurns } from './_components/failed-turns';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('failedTurns.title') };
}

export default function FailedTurnsPage() {
  return <PageBody><FailedTurns /></PageBody>;
}
