import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { FailedDeliveries } from './_components/failed-deliveries';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('failedDeliveries.title') };
}

export default function FailedDeliveriesPage() {
  return <PageBody><FailedDeliveries /></PageBody>;
}
