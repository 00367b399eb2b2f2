import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { pageContext } from '../../_shell/page-context';
import { LeadIn } from './_nav/lead-in';
import { sectionsFor } from './_nav/sections';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('title') };
}

/** A phone shows the list of sections; a wide window goes on to the first of them. */
export default async function SettingsPage() {
  const { roles } = await pageContext();
  const first = sectionsFor(roles)[0]?.sections[0] ?? 'skills';
  return <LeadIn to={`/settings/${first}`} />;
}
