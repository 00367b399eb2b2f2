import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { messagesFor } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { pageContext } from './_shell/page-context';
import { Providers } from './_shell/providers';
import './globals.css';

/** What a signed-out page needs of the texts; the workspace adds its own. */
const PUBLIC_TEXTS = ['common', 'shell', 'signIn', 'errors'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  const name = translator(locale, 'shell')('product');
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false, follow: false } };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f7f4' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1210' },
  ],
};

/** Language and theme come with the first byte, so that neither flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await pageContext();
  return (
    <html lang={locale} {...(theme !== 'system' && { 'data-theme': theme })} suppressHydrationWarning>
      <body>
        <Providers locale={locale} messages={messagesFor(locale, PUBLIC_TEXTS)}>{children}</Providers>
      </body>
    </html>
  );
}
