import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../../_shell/page-body';
import { pageContext } from '../../../_shell/page-context';
import { Gallery } from '../_gallery/gallery';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'flows')('gallery.title') };
}

/** Ready-made flows to begin from. */
export default function GalleryPage() {
  return <PageBody><Gallery /></PageBody>;
}
