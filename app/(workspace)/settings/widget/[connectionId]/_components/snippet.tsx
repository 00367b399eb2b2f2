'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useSyncExternalStore } from 'react';
import { Button } from '@/lib/ui/button';
import { useCopy } from '../../../_logic/use-copy';

/** The one line that puts the chat on a site. */
export function Snippet({ publicKey }: { publicKey: string }) {
  const t = useTranslations('settings.widget');
  const copy = useCopy(t('copied'));
  const shown = useRef<HTMLElement>(null);
  const origin = useSyncExternalStore(never, () => location.origin, () => '');
  const line = `<script async src="${origin}/widget.js" data-key="${publicKey}"></script>`;
  return (
    <section>
      <h2 className="text-lg font-strong text-ink">{t('snippet')}</h2>
      <p className="mt-0.5 text-sm text-ink-2">{t('snippetHelp')}</p>
      <div className="mt-2 flex flex-wrap items-start gap-3">
        <code ref={shown} className="min-w-0 flex-1 basis-72 rounded-md bg-sunken px-3 py-2 font-mono text-xs [overflow-wrap:anywhere] text-ink select-all">{line}</code>
        <Button icon={<Copy aria-hidden size={16} strokeWidth={1.75} />} onClick={() => copy(line, shown.current)}>{t('copy')}</Button>
      </div>
    </section>
  );
}

function never(): () => void {
  return () => undefined;
}
