import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../../_shell/page-body';
import { pageContext } from '../../../../_shell/page-context';
import { CalendarPage } from './_components/calendar-page';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('calendars.title') };
}

export default async function CalendarSettingsPage({ params }: { params: Promise<{ calendarKey: string }> }) {
  const { calendarKey } = await params;
  return <PageBody><CalendarPage calendarKey={calendarKey} /></PageBody>;
}
