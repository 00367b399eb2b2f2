import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { pageContext } from '../../../_shell/page-context';
import { Simulator } from './_components/simulator';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'simulate')('title') };
}

/** One flow, talked to under a clock that the person moves. */
export default async function SimulatorPage({ params }: { params: Promise<{ flowId: string }> }) {
  const { flowId } = await params;
  return <Simulator key={flowId} flowId={flowId} />;
}
