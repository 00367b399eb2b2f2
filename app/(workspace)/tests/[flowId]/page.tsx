import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { pageContext } from '../../../_shell/page-context';
import { FlowTests } from './_components/flow-tests';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'tests')('title') };
}

/** One flow's tests. */
export default async function FlowTestsPage({ params }: { params: Promise<{ flowId: string }> }) {
  const { flowId } = await params;
  return <FlowTests key={flowId} flowId={flowId} />;
}
