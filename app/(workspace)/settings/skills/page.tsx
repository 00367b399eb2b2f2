import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { SkillsSettings } from './_components/skills-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('skills.title') };
}

export default function SkillsSettingsPage() {
  return <PageBody><SkillsSettings /></PageBody>;
}
