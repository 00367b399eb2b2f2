import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { pageContext } from '@/app/_shell/page-context';
import { translator } from '@/lib/i18n/translator';
import { InboxFrame } from './_components/inbox-frame';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'inbox')('title') };
}

export default function InboxLayout({ children }: { children: ReactNode }) {
  return <InboxFrame>{children}</InboxFrame>;
}
