'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { IconButton } from '@/lib/ui/icon-button';
import type { ConversationView } from '../_logic/view-models';
import { usePanelStore } from '../_state/panel-store';
import { PersonPanel } from './person-panel';

/** The person panel where there is no room beside the thread: a drawer, on a phone a sheet from below. */
export function PersonSheet({ conversation, name, meId }: { conversation: ConversationView; name: string; meId: string | undefined }) {
  const t = useTranslations('inbox.person');
  const { person, setPerson } = usePanelStore();
  return (
    <Dialog.Root open={person} onOpenChange={setPerson}>
      <Dialog.Portal>
        <Dialog.Overlay className="fade-in fixed inset-0 z-50 bg-scrim xl:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fade-in fixed z-50 overflow-y-auto bg-raised shadow-modal outline-none max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[85dvh] max-md:rounded-t-xl max-md:pb-[env(safe-area-inset-bottom)] md:inset-y-0 md:right-0 md:w-80 xl:hidden"
        >
          <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
            <Dialog.Title className="text-md font-strong text-ink">{t('label')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton size="lg" label={t('close')}><X aria-hidden size={18} strokeWidth={1.75} /></IconButton>
            </Dialog.Close>
          </div>
          <PersonPanel conversation={conversation} name={name} meId={meId} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
