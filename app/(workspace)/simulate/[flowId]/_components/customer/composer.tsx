'use client';

import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Segmented } from '@/lib/ui/segmented';
import { TextInput } from '@/lib/ui/text-input';
import { useSimulator } from '../../_state/simulator-context';
import { PersonStrip } from './person-strip';
import { ServiceStrip } from './service-strip';

const LONGEST = 4096;

/** Writes as the customer, or as the agent once one holds the conversation. */
export function Composer() {
  const t = useTranslations('simulate');
  const { state, act } = useSimulator();
  const [text, setText] = useState('');
  const [as, setAs] = useState<'customer' | 'agent'>('customer');
  const { status } = state.session;
  const agent = state.agent !== null;
  const writer = agent ? as : 'customer';
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t border-line p-3">
      {status !== 'active' && !agent ? <p role="status" className="text-xs text-pretty text-ink-2">{t(status === 'failed' ? 'customer.failed' : 'customer.done')}</p> : null}
      <PersonStrip />
      <ServiceStrip />
      {agent ? (
        <Segmented
          label={t('person.as')}
          value={as}
          onValueChange={setAs}
          className="self-start"
          options={[{ value: 'customer', label: t('person.asCustomer') }, { value: 'agent', label: t('person.asAgent') }]}
        />
      ) : null}
      <form onSubmit={send}>
        <TextInput
          size="lg"
          className="!rounded-full"
          aria-label={t(writer === 'agent' ? 'person.placeholder' : 'customer.placeholder')}
          placeholder={t(writer === 'agent' ? 'person.placeholder' : 'customer.placeholder')}
          autoComplete="off"
          value={text}
          maxLength={LONGEST}
          onChange={(event) => setText(event.target.value)}
          trailing={
            <button type="submit" aria-label={t('customer.send')} className="touch-target -mr-1.5 grid size-7 shrink-0 place-items-center rounded-full bg-accent text-on-accent hover:bg-accent-hover">
              <ArrowUp aria-hidden size={16} strokeWidth={2} />
            </button>
          }
        />
      </form>
    </div>
  );

  function send(event: FormEvent): void {
    event.preventDefault();
    const said = text.trim();
    if (said === '') return;
    act(writer === 'agent' ? { agent: 'replied', say: said } : { say: said });
    setText('');
  }
}
