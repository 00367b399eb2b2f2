import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../../_shell/page-body';
import { pageContext } from '../../../../_shell/page-context';
import { WidgetPage } from './_components/widget-page';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('widget.title') };
}

export default async function OneWidgetPage({ params }: { params: Promise<{ connectionId: string }> }) {
  const { connectionId } = await params;
  return <PageBody><WidgetPage connectionId={connectionId} /></PageBody>;
}
