import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { SecretsSettings } from './_components/secrets-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'settings')('secrets.title') };
}

export default function SecretsSettingsPage() {
  return <PageBody><SecretsSettings /></PageBody>;
}
