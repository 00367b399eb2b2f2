import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { pageContext } from '../../../_shell/page-context';
import { Studio } from './_components/studio';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'studio')('title') };
}

/** One flow, drawn. */
export default async function FlowPage({ params }: { params: Promise<{ flowId: string }> }) {
  const { flowId } = await params;
  return <Studio key={flowId} flowId={flowId} />;
}
