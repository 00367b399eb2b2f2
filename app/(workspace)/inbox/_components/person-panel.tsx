'use client';
import { Mail, Phone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { pickText } from '@/flows/document/localized-text';
import { Time } from '@/lib/ui/time';
import { maskPhone } from '../_logic/mask-phone';
import type { ConversationView } from '../_logic/view-models';
import { useChannelName } from '../_state/use-channel-name';
import { useLanguageName } from '../_state/use-language-name';
import { ChannelIcon } from './channel-icon';
import { CustomerAvatar } from './customer-avatar';

/** What is known of the customer and of this conversation. */
export function PersonPanel({ conversation, name, meId }: { conversation: ConversationView; name: string; meId: string | undefined }) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const channelName = useChannelName();
  const languageName = useLanguageName();
  const { customer, channel, language, openedAt, queue, flow, owner, agent } = conversation;
  const known = customer.name ?? customer.email ?? customer.phone;
  const withWhom = owner === 'agent' ? (agent?.id === meId ? t('owner.mine') : t('owner.agent', { name: agent?.name ?? '' })) : t(`owner.${owner}`);
  return (
    <div>
      <div className="flex items-center gap-3 border-b border-line px-4 py-4">
        <CustomerAvatar name={name} size={40} className="self-center" />
        <div className="min-w-0">
          <p className="text-lg leading-6 font-strong text-ink [overflow-wrap:anywhere]">{name}</p>
          <p className="truncate text-xs text-ink-3">{withWhom}</p>
        </div>
      </div>
      <Section title={t('person.reach')}>
        <Reach icon={<ChannelIcon channel={channel} size={16} />} label={t('person.channel')}>{channelName(channel)}</Reach>
        {customer.email ? <Reach icon={<Mail aria-hidden size={16} strokeWidth={1.75} />} label={t('person.email')}>{customer.email}</Reach> : null}
        {customer.phone ? <Reach icon={<Phone aria-hidden size={16} strokeWidth={1.75} />} label={t('person.phone')}><span className="tabular">{maskPhone(customer.phone)}</span></Reach> : null}
        {known ? null : <p className="text-xs text-ink-3">{t('person.nothingKnown')}</p>}
      </Section>
      <Section title={t('person.facts')}>
        <dl className="space-y-2">
          <Fact label={t('person.language')}><span lang={language}>{languageName(language)}</span></Fact>
          <Fact label={t('person.opened')}><Time at={openedAt} /></Fact>
          {queue ? <Fact label={t('person.queue')}>{pickText(queue.name, locale, [])}</Fact> : null}
          {flow ? <Fact label={t('person.flow')}>{t('person.flowVersion', { name: flow.name, number: flow.number })}</Fact> : null}
        </dl>
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-4">
      <h3 className="mb-2.5 text-xs font-label text-ink-3">{title}</h3>
      <div className="space-y-2.5">{children}</div>
    </section>
  );
}

function Reach({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2.5 text-ink">
      <span className="mt-0.5 shrink-0 text-ink-3">{icon}</span>
      <span className="sr-only">{label}</span>
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </p>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="shrink-0 text-ink-2">{label}</dt>
      <dd className="min-w-0 text-right font-medium [overflow-wrap:anywhere] text-ink">{children}</dd>
    </div>
  );
}
