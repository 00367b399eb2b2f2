'use client';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/lib/ui/button';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';

/** The thread could not be read; the rest of the inbox goes on. */
export function ConversationError({ code, backHref, onRetry }: { code: string; backHref: string; onRetry: () => void }) {
  const t = useTranslations('inbox.thread');
  const unknown = code === 'conversation-unknown' || code === 'invalid-input';
  return (
    <div className="flex flex-1 flex-col justify-center">
      <EmptyState
        drawing={unknown ? 'search' : 'offline'}
        title={t(unknown ? 'unknownTitle' : 'failedTitle')}
        actions={
          <>
            {unknown ? null : <Button icon={<RotateCw aria-hidden size={16} strokeWidth={1.75} />} onClick={onRetry}>{t('retryLoad')}</Button>}
            <Link href={backHref} className={buttonStyle({ variant: unknown ? 'secondary' : 'quiet' })}>{t('backToInbox')}</Link>
          </>
        }
      >
        {t(unknown ? 'unknownText' : 'failedText')} <code className="font-mono text-xs text-ink-3">{code}</code>
      </EmptyState>
    </div>
  );
}
