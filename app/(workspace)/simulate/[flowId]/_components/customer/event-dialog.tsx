'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { eventData } from '../../_logic/event-data';
import { useSimulator } from '../../_state/simulator-context';
import type { EventTrigger } from './trigger-entries';

/** The data an event of another system comes with, by variable. */
export function EventDialog({ trigger, onClose }: { trigger: EventTrigger; onClose: () => void }) {
  const t = useTranslations('simulate.begin');
  const common = useTranslations('common');
  const types = useTranslations('studio.variables.types');
  const { act } = useSimulator();
  const formId = useId();
  const [values, setValues] = useState<Record<string, string>>({});
  const variables = Object.entries(trigger.variables);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    act({ event: trigger.event, data: eventData(trigger, values) });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => { if (!open) onClose(); }}
      title={t('title', { event: trigger.event })}
      description={t(variables.length === 0 ? 'noData' : 'text')}
      footer={<><Button onClick={onClose}>{common('cancel')}</Button><Button type="submit" form={formId} variant="primary">{t('submit')}</Button></>}
    >
      <form id={formId} noValidate onSubmit={send} className="space-y-4">
        {variables.map(([name, { path, type }], index) => (
          <Field key={name} label={<span className="font-mono">{path}</span>} help={t('fills', { name, type: types(type) })}>
            {(control) => (
              <TextInput {...control} autoFocus={index === 0} autoComplete="off" value={values[name] ?? ''} onChange={({ target }) => setValues({ ...values, [name]: target.value })} />
            )}
          </Field>
        ))}
      </form>
    </Dialog>
  );
}
