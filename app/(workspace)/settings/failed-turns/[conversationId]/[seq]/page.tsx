import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../../../_shell/page-body';
import { pageContext } from '../../../../../_shell/page-context';
import { FailedTurn } from './_components/failed-turn';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('failedTurns.one') };
}

export default async function FailedTurnPage({ params }: { params: Promise<{ conversationId: string; seq: string }> }) {
  const { conversationId, seq } = await params;
  if (!/^[1-9]\d{0,8}$/.test(seq)) notFound();
  return <PageBody><FailedTurn conversationId={decodeURIComponent(conversationId)} seq={Number(seq)} /></PageBody>;
}
