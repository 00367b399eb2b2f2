import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { WidgetSettings } from './_components/widget-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('widget.title') };
}

export default function WidgetSettingsPage() {
  return <PageBody><WidgetSettings /></PageBody>;
}
