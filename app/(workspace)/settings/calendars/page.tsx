import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { CalendarsSettings } from './_components/calendars-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('calendars.title') };
}

export default function CalendarsSettingsPage() {
  return <PageBody><CalendarsSettings /></PageBody>;
}
