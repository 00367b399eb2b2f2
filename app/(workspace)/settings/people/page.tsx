import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { PeopleSettings } from './_components/people-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('people.title') };
}

export default function PeopleSettingsPage() {
  return <PageBody><PeopleSettings /></PageBody>;
}
