'use client';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Popover } from '@/lib/ui/popover';
import { Select } from '@/lib/ui/select';
import { DISPOSITIONS } from '../_logic/dispositions';
import { usePanelStore } from '../_state/panel-store';

/** The choice of saying nothing: a select has no empty value. */
const NONE = 'none';

export interface ClosePopoverProps {
  name: string;
  trigger: ReactElement;
  busy: boolean;
  onClose: (disposition: string | null) => void;
}

/** Closing cannot be undone: it is asked for twice, with the reason if one is to be kept. */
export function ClosePopover({ name, trigger, busy, onClose }: ClosePopoverProps) {
  const t = useTranslations('inbox');
  const [disposition, setDisposition] = useState(NONE);
  const { closing, setClosing } = usePanelStore();
  return (
    <Popover trigger={trigger} label={t('acts.closeTitle')} open={closing} onOpenChange={setClosing} align="end" className="w-80 p-4">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setClosing(false);
          onClose(disposition === NONE ? null : disposition);
        }}
      >
        <h3 className="text-md font-strong text-ink">{t('acts.closeTitle')}</h3>
        <p className="mt-1 text-sm text-ink-2">{t('acts.closeText', { name })}</p>
        <Field label={t('acts.disposition')} className="mt-3">
          {(control) => (
            <Select
              {...control}
              value={disposition}
              onValueChange={setDisposition}
              options={[{ value: NONE, label: t('acts.noDisposition') }, ...DISPOSITIONS.map((value) => ({ value, label: t(`disposition.${value}`) }))]}
            />
          )}
        </Field>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={() => setClosing(false)}>{t('acts.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>{t('acts.closeNow')}</Button>
        </div>
      </form>
    </Popover>
  );
}
