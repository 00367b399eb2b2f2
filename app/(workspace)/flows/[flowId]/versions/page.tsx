import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { pageContext } from '../../../../_shell/page-context';
import { VersionsPage } from '../_versions/versions-page';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'flows')('versions.title') };
}

/** What was published of one flow, and what each version changed. */
export default async function FlowVersionsPage({ params }: { params: Promise<{ flowId: string }> }) {
  const { flowId } = await params;
  return <VersionsPage key={flowId} flowId={flowId} />;
}
