'use client';
import { Check, ChevronLeft, EllipsisVertical, PanelRight, Undo2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { pickText } from '@/flows/document/localized-text';
import { Button } from '@/lib/ui/button';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu, type MenuEntry } from '@/lib/ui/menu';
import type { ConversationView } from '../_logic/view-models';
import { usePanelStore } from '../_state/panel-store';
import type { Acts } from '../_state/use-acts';
import { useChannelName } from '../_state/use-channel-name';
import { ClosePopover } from './close-popover';
import { CustomerAvatar } from './customer-avatar';

export interface ThreadHeadProps {
  conversation: ConversationView;
  name: string;
  acts: Acts;
  /** This agent holds the conversation. */
  mine: boolean;
  /** This agent may accept it now. */
  acceptable: boolean;
  backHref: string;
}

/** Who the conversation is with, and what can be done with it as a whole. */
export function ThreadHead({ conversation, name, acts, mine, acceptable, backHref }: ThreadHeadProps) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const channel = useChannelName()(conversation.channel);
  const setPerson = usePanelStore((state) => state.setPerson);
  const queue = conversation.queue ? pickText(conversation.queue.name, locale, []) : null;
  const { id } = conversation;
  const more: MenuEntry[] = [
    ...(mine ? [{ key: 'release', label: t('acts.release'), icon: <Undo2 aria-hidden size={16} strokeWidth={1.75} />, onSelect: () => acts.release(id, name) }] : []),
    ...(conversation.offeredToMe && acceptable ? [{ key: 'decline', label: t('acts.decline'), onSelect: () => acts.decline(id) }] : []),
    { key: 'person', label: t('acts.person'), icon: <PanelRight aria-hidden size={16} strokeWidth={1.75} />, onSelect: () => setPerson(true) },
  ];
  return (
    <header className="flex min-h-13 shrink-0 items-center gap-3 border-b border-line bg-surface px-5 max-md:min-h-15 max-md:gap-1 max-md:px-2 max-md:pt-[env(safe-area-inset-top)]">
      <Link href={backHref} aria-label={t('acts.back')} className="hidden size-11 shrink-0 items-center justify-center rounded-md text-ink max-md:inline-flex">
        <ChevronLeft aria-hidden size={22} strokeWidth={1.75} />
      </Link>
      <CustomerAvatar name={name} className="mr-2 self-center md:hidden" />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-md font-strong text-ink max-md:text-lg">{name}</h2>
        <p className="truncate text-xs text-ink-3">{queue ? `${queue} · ${channel}` : channel}</p>
      </div>
      <div role="group" aria-label={t('acts.label')} className="flex shrink-0 items-center gap-2 max-md:gap-0">
        {conversation.offeredToMe && acceptable ? (
          <Button className="max-md:hidden" busy={acts.busy === 'decline'} onClick={() => acts.decline(id)}>{t('acts.decline')}</Button>
        ) : null}
        {acceptable ? (
          <Button variant="primary" shortcut="A" aria-keyshortcuts="A" busy={acts.busy === 'accept'} onClick={() => acts.accept(id, name)}>{t('acts.accept')}</Button>
        ) : null}
        {mine ? (
          <>
            <Button className="max-md:hidden" icon={<Undo2 aria-hidden size={16} strokeWidth={1.75} />} busy={acts.busy === 'release'} onClick={() => acts.release(id, name)}>
              <span className="max-xl:hidden">{t('acts.release')}</span>
              <span className="xl:hidden">{t('acts.releaseShort')}</span>
            </Button>
            <ClosePopover
              name={name}
              busy={acts.busy === 'close'}
              onClose={(disposition) => acts.close(id, name, disposition)}
              trigger={
                <Button aria-keyshortcuts="E" icon={<Check aria-hidden size={16} strokeWidth={1.75} />} className="max-md:border-transparent max-md:px-2.5 max-md:text-accent">
                  <span className="max-md:sr-only">{t('acts.close')}</span>
                </Button>
              }
            />
          </>
        ) : null}
        <IconButton bordered label={t('acts.person')} className="max-md:hidden xl:hidden" onClick={() => setPerson(true)}>
          <PanelRight aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
        <Menu
          trigger={
            <button type="button" aria-label={t('acts.more')} className="hidden size-11 items-center justify-center rounded-md text-ink max-md:inline-flex">
              <EllipsisVertical aria-hidden size={20} strokeWidth={1.75} />
            </button>
          }
          entries={more}
        />
      </div>
    </header>
  );
}
