'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HTTP_FAILURES } from '@/flows/simulator/script';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/text-area';
import { TextInput } from '@/lib/ui/text-input';
import { useSimulator } from '../../_state/simulator-context';

/** What the service answers that the flow waits for: a status and a body, or nothing at all. */
export function ServiceStrip() {
  const t = useTranslations('simulate.service');
  const { state, act } = useSimulator();
  const [status, setStatus] = useState('200');
  const [body, setBody] = useState('{}');
  const asked = state.effects.findLast(({ id }) => id === state.session.awaited);
  if (asked?.kind !== 'http.request' || state.agent !== null) return null;
  const number = /^[1-5]\d\d$/.test(status) ? Number(status) : null;
  const json = parsed(body);
  const answer = (): void => {
    if (number !== null) act({ http: { status: number, ...(body.trim() !== '' && { body: json ?? body }) } });
  };
  return (
    <form
      aria-label={t('label')}
      className="rounded-lg border border-accent-line bg-accent-tint p-3"
      onSubmit={(event) => {
        event.preventDefault();
        answer();
      }}
    >
      <p className="text-sm text-accent-ink">{t('waiting')}</p>
      <p className="mt-0.5 font-mono text-2xs [overflow-wrap:anywhere] text-ink-2">{asked.request.method} {asked.request.url}</p>
      <div className="mt-2 flex flex-col gap-2">
        <div className="w-24">
          <Field label={t('status')} error={number === null ? t('statusWrong') : undefined}>
            {(control) => <TextInput {...control} inputMode="numeric" maxLength={3} value={status} onChange={(event) => setStatus(event.target.value)} />}
          </Field>
        </div>
        <Field label={t('body')} help={json === undefined && body.trim() !== '' ? t('notJson') : undefined}>
          {(control) => <TextArea {...control} rows={4} spellCheck={false} className="font-mono text-xs" value={body} onChange={(event) => setBody(event.target.value)} />}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" type="submit" disabledReason={number === null ? t('statusWrong') : undefined}>{t('answer')}</Button>
          {HTTP_FAILURES.map((how) => (
            <Button key={how} size="sm" onClick={() => act({ httpFailed: how })}>{t(how)}</Button>
          ))}
        </div>
      </div>
    </form>
  );
}

/** Undefined when it is no JSON: then it is sent as it is. */
function parsed(text: string): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
