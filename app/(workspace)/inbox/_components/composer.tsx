'use client';
import { clsx } from 'clsx';
import { CornerDownLeft, NotebookPen, SendHorizontal } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { formatNumber } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import { Segmented } from '@/lib/ui/segmented';
import { TextArea } from '@/lib/ui/text-area';
import { sendKey } from '../_logic/send-key';
import { TEXT_LIMIT, textLimit, visible } from '../_logic/text-limit';
import { useDraft, useDraftStore, type ComposerMode } from '../_state/draft-store';
import { usePanelStore } from '../_state/panel-store';
import { useSenderContext } from '../_state/sender-context';
import { useChannelName } from '../_state/use-channel-name';
import { useTypingSignal } from '../_state/use-typing-signal';
import { ChannelIcon } from './channel-icon';
import { TypingLine } from './typing-line';

export interface ComposerProps {
  conversationId: string;
  name: string;
  channel: string;
  language: string;
  /** Replies go only to a conversation one holds; notes to any. */
  canReply: boolean;
}

/** Where an agent writes: a reply the customer reads, or a note that only colleagues see. */
export function Composer({ conversationId, name, channel, language, canReply }: ComposerProps) {
  const t = useTranslations('inbox.composer');
  const locale = useLocale();
  const draft = useDraft(conversationId);
  const write = useDraftStore((state) => state.write);
  const sender = useSenderContext();
  const signal = useTypingSignal(conversationId);
  const channelName = useChannelName()(channel);
  const mode: ComposerMode = canReply ? draft.mode : 'note';
  const note = mode === 'note';
  const text = draft[mode];
  const limit = textLimit(text);
  const area = useFocusOnRequest(conversationId, (wanted) => write(conversationId, { mode: wanted }));

  const send = (): void => {
    if (limit.blank || limit.over) return;
    if (!note) signal(false);
    sender.send(conversationId, mode, visible(text));
    write(conversationId, { [mode]: '' });
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') area.current?.blur();
    if (!sendKey({ key: event.key, shiftKey: event.shiftKey, altKey: event.altKey, isComposing: event.nativeEvent.isComposing })) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      aria-label={note ? t('noteLabel') : t('label', { name })}
      data-foot="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="mx-auto w-full max-w-[860px] px-5 pb-4 max-md:border-t max-md:border-line max-md:bg-surface max-md:px-3 max-md:pt-2 max-md:pb-[max(8px,env(safe-area-inset-bottom))]"
    >
      <div className={clsx('field-ring rounded-lg border max-md:rounded-xl', note ? 'border-note-line bg-note' : 'border-line-control bg-surface')}>
        <div className="flex flex-wrap items-center justify-between gap-2 px-2.5 pt-2 max-md:px-2">
          <Segmented
            label={t('mode')}
            value={mode}
            onValueChange={(next) => {
              write(conversationId, { mode: next });
              area.current?.focus();
            }}
            options={[
              ...(canReply ? [{ value: 'reply' as const, label: t('reply', { channel: channelName }), icon: <ChannelIcon channel={channel} /> }] : []),
              { value: 'note' as const, label: t('note'), icon: <NotebookPen aria-hidden size={14} strokeWidth={1.75} /> },
            ]}
          />
          <TypingLine conversationId={conversationId} name={name} />
        </div>
        <div className="flex items-end gap-2 px-3.5 pt-2 pb-2.5 max-md:px-3">
          <TextArea
            ref={area}
            bare
            rows={1}
            maxHeight="40vh"
            value={text}
            lang={note ? undefined : language}
            aria-label={note ? t('noteLabel') : t('label', { name })}
            aria-invalid={limit.over || undefined}
            aria-keyshortcuts={note ? 'N' : 'R'}
            placeholder={note ? t('notePlaceholder') : t('replyPlaceholder', { name })}
            enterKeyHint="send"
            onKeyDown={onKeyDown}
            onBlur={() => signal(false)}
            onChange={(event) => {
              write(conversationId, { [mode]: event.target.value });
              if (!note) signal(event.target.value.trim() !== '');
            }}
            className={clsx('min-h-6 flex-1 py-1', note && 'text-note-ink placeholder:text-note-ink/75')}
          />
          {limit.shown ? (
            <span className={clsx('tabular pb-1.5 text-2xs', limit.over ? 'font-medium text-stop' : note ? 'text-note-ink' : 'text-ink-3')}>
              {t('limit', { length: formatNumber(limit.length, locale), limit: formatNumber(TEXT_LIMIT, locale) })}
            </span>
          ) : null}
          <Button
            type="submit"
            variant={limit.blank ? 'secondary' : 'primary'}
            aria-disabled={limit.blank || limit.over || undefined}
            aria-label={note ? t('keep') : t('send')}
            className="max-md:min-h-11 max-md:min-w-11 max-md:rounded-full max-md:px-0"
          >
            <span className="max-md:hidden">{note ? t('keep') : t('send')}</span>
            <CornerDownLeft aria-hidden size={14} strokeWidth={1.75} className="max-md:hidden" />
            <SendHorizontal aria-hidden size={18} strokeWidth={1.75} className="md:hidden" />
          </Button>
        </div>
        {limit.over ? <p role="alert" className="px-3.5 pb-2.5 text-xs text-stop">{t('over', { count: limit.length - TEXT_LIMIT })}</p> : null}
      </div>
    </form>
  );
}

/** The field, focused when a key or an act asked for this composer, even before it was there. */
function useFocusOnRequest(conversationId: string, choose: (mode: ComposerMode) => void): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  const { focus, focused } = usePanelStore();
  const wanted = focus?.conversationId === conversationId ? focus.mode : null;
  useEffect(() => {
    if (wanted === null) return;
    choose(wanted);
    area.current?.focus();
    focused();
  }, [choose, focused, wanted]);
  return area;
}
