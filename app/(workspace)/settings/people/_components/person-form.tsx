'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import type { PersonView, Role } from '@/lib/api/view-models';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import { Checkbox } from '@/lib/ui/checkbox';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { AgentFields, type AgentDraft } from './agent-fields';

const ROLES: readonly Role[] = ['agent', 'supervisor', 'manager', 'tester', 'administrator'];
type Fault = 'nameMissing' | 'emailFault' | 'rolesMissing' | 'capacityFault';

export interface PersonFormProps {
  /** Null for somebody new. */
  person: PersonView | null;
  onClose: () => void;
  onAdded?: (made: { name: string; email: string; password: string }) => void;
}

/** A person's name, e-mail and roles; for an agent also how she is routed to. */
export function PersonForm({ person, onClose, onAdded }: PersonFormProps) {
  const t = useTranslations('settings.people.form');
  const words = useTranslations('settings');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const formId = useId();
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(person?.roles ?? ['agent']);
  const [agent, setAgent] = useState<AgentDraft | null>(person?.agent ? { capacity: String(person.agent.capacity), queues: person.agent.queues, skills: person.agent.skills } : null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const done = (): void => void Promise.all([client.invalidateQueries(trpc.people.pathFilter()), client.invalidateQueries(trpc.skills.pathFilter()), client.invalidateQueries(trpc.queues.pathFilter())]);
  const add = useMutation(trpc.people.add.mutationOptions({
    onSuccess({ password }) {
      done();
      onAdded?.({ name: name.trim(), email: email.trim(), password });
    },
  }));
  const change = useMutation(trpc.people.change.mutationOptions({
    onSuccess({ released }) {
      done();
      toast(released > 0 ? t('released', { name: name.trim(), count: released }) : t('saved', { name: name.trim() }));
      onClose();
    },
  }));
  const saving = person ? change : add;
  const answers = roles.includes('agent');

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const capacity = Number(agent?.capacity);
    const found: Fault[] = [];
    if (name.trim() === '') found.push('nameMissing');
    if (!person && !/^\S+@\S+\.\S+$/.test(email.trim())) found.push('emailFault');
    if (roles.length === 0) found.push('rolesMissing');
    if (answers && agent && !(Number.isInteger(capacity) && capacity >= 1 && capacity <= 20)) found.push('capacityFault');
    setFaults(found);
    if (found.length > 0) return;
    const input = { name: name.trim(), roles: [...roles], ...(answers && agent && { agent: { capacity, queues: [...agent.queues], skills: { ...agent.skills } } }) };
    if (person) change.mutate({ id: person.id, ...input });
    else add.mutate({ email: email.trim(), ...input });
  };
  const said = (fault: Fault): string | null => (faults.includes(fault) ? t(fault) : null);

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      width="600px"
      title={person ? t('editTitle', { name: person.name }) : t('addTitle')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={saving.isPending}>{person ? common('save') : t('addSubmit')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="space-y-5">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('name')} error={said('nameMissing')} required>
            {(control) => <TextInput {...control} size="lg" autoFocus autoComplete="off" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
          {person ? null : (
            <Field label={t('email')} help={t('emailHelp')} error={said('emailFault')} required>
              {(control) => <TextInput {...control} size="lg" type="email" autoComplete="off" maxLength={200} value={email} onChange={(event) => setEmail(event.target.value)} />}
            </Field>
          )}
        </div>
        <fieldset>
          <legend className="text-xs font-label text-ink-2">{t('roles')}</legend>
          <div className="mt-1 grid sm:grid-cols-2 sm:gap-x-6">
            {ROLES.map((role) => (
              <Checkbox
                key={role}
                label={words(`roles.${role}`)}
                help={words(`roleHelp.${role}`)}
                checked={roles.includes(role)}
                onCheckedChange={(checked) => setRoles(checked ? [...roles, role] : roles.filter((held) => held !== role))}
              />
            ))}
          </div>
          {faults.includes('rolesMissing') && roles.length === 0 ? <p role="alert" className="text-xs text-stop">{t('rolesMissing')}</p> : null}
        </fieldset>
        {answers ? <AgentFields value={agent} onChange={setAgent} fault={said('capacityFault')} /> : null}
        {!answers && person?.agent ? <Banner tone="caution">{t('loses', { count: person.openConversations })}</Banner> : null}
      </form>
      {saving.isError ? <ErrorMessage className="mt-4" code={errorCode(saving.error)} /> : null}
    </Dialog>
  );
}
