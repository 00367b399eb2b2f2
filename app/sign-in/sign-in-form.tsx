'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { PasswordInput } from './password-input';
import { requestSignIn } from './request-sign-in';

type FieldName = 'email' | 'password';
type Faults = Partial<Record<FieldName, 'email' | 'emailShape' | 'password'>>;

/** E-mail and password. Faults of a field are said on leaving it, a refusal above the button. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const errors = useTranslations('errors');
  const [values, setValues] = useState({ email: '', password: '' });
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const change = (name: FieldName, value: string): void => {
    setValues((before) => ({ ...before, [name]: value }));
    setFaults(({ [name]: _, ...others }) => others);
  };
  const leave = (name: FieldName): void => {
    if (values[name] !== '') setFaults((before) => ({ ...before, ...faultsOf({ [name]: values[name] }) }));
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const found = faultsOf(values);
    setFaults(found);
    setRefusal(null);
    const [first] = Object.keys(found);
    if (first) {
      form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setBusy(true);
    const code = await requestSignIn(values.email.trim(), values.password);
    // A full load: the pages must be drawn anew for whoever is signed in now.
    if (code === null) window.location.assign(next);
    else {
      setBusy(false);
      setRefusal(code);
    }
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field label={t('email')} error={faults.email && t(`missing.${faults.email}`)} required>
        {(control) => (
          <TextInput {...control} size="lg" name="email" type="email" autoComplete="username" autoFocus spellCheck={false} value={values.email}
            onChange={(event) => change('email', event.target.value)} onBlur={() => leave('email')} />
        )}
      </Field>
      <Field label={t('password')} error={faults.password && t(`missing.${faults.password}`)} required>
        {(control) => (
          <PasswordInput {...control} name="password" autoComplete="current-password" value={values.password}
            onChange={(event) => change('password', event.target.value)} />
        )}
      </Field>
      {refusal ? <Banner tone="stop">{errors(errors.has(refusal) ? refusal : 'internal')}</Banner> : null}
      <Button type="submit" variant="primary" size="lg" busy={busy} className="w-full">{t('submit')}</Button>
    </form>
  );
}

function faultsOf({ email, password }: { email?: string; password?: string }): Faults {
  const faults: Faults = {};
  if (email !== undefined && email.trim() === '') faults.email = 'email';
  else if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) faults.email = 'emailShape';
  if (password === '') faults.password = 'password';
  return faults;
}
