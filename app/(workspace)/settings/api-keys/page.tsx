import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { ApiKeysSettings } from './_components/api-keys-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('apiKeys.title') };
}

export default function ApiKeysSettingsPage() {
  return <PageBody><ApiKeysSettings /></PageBody>;
}
