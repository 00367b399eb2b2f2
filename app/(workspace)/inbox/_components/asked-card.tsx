'use client';
import { ClipboardCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { pickText } from '@/flows/document/localized-text';
import type { ConversationView } from '../_logic/view-models';

/** What the customer has answered already, so that nobody asks again. */
export function AskedCard({ answers }: { answers: ConversationView['answers'] }) {
  const t = useTranslations('inbox.thread');
  const locale = useLocale();
  const title = useId();
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby={title} className="w-full rounded-lg border border-accent-line bg-accent-tint px-3.5 py-3">
      <h3 id={title} className="flex items-center gap-2 font-strong text-accent-ink">
        <ClipboardCheck aria-hidden size={16} strokeWidth={1.75} />
        <span className="max-sm:hidden">{t('alreadyAsked')}</span>
        <span className="sm:hidden">{t('alreadyAskedShort')}</span>
      </h3>
      <dl className="mt-2.5 grid grid-cols-[repeat(auto-fill,minmax(120px,1fr))] gap-x-6 gap-y-2.5">
        {answers.map((answer, index) => (
          <div key={index} className="min-w-0">
            <dt className="text-xs text-ink-2">{pickText(answer.title, locale, [])}</dt>
            <dd className="font-medium [overflow-wrap:anywhere] text-ink">{pickText(answer.value, locale, [])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
