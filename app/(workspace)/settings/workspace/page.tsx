import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { WorkspaceSettings } from './_components/workspace-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('workspace.title') };
}

export default function WorkspaceSettingsPage() {
  return <PageBody><WorkspaceSettings /></PageBody>;
}
