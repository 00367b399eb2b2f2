'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/lib/ui/checkbox';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { Skeleton } from '@/lib/ui/skeleton';
import { TextInput } from '@/lib/ui/text-input';
import { useTRPC } from '../../../../_trpc/provider';
import { useNameOf } from '../../_logic/use-name-of';

/** As it is being typed. */
export interface AgentDraft {
  capacity: string;
  queues: readonly string[];
  skills: Readonly<Record<string, number>>;
}

const LEVELS = [0, 1, 2, 3, 4, 5];

/** Slots, queues and skills of an agent. Null until something is said: then she starts with the default queue and four slots. */
export function AgentFields({ value, onChange, fault }: { value: AgentDraft | null; onChange: (value: AgentDraft) => void; fault: string | null }) {
  const t = useTranslations('settings.people.form');
  const skillWords = useTranslations('settings.skills');
  const trpc = useTRPC();
  const nameOf = useNameOf();
  const references = useQuery(trpc.workspace.references.queryOptions()).data;
  // What is typed before the queues are known would leave her without the default one.
  if (!references) return <div aria-busy className="border-t border-line pt-4"><Skeleton className="h-32" /></div>;
  const { queues, skills } = references;
  const draft = value ?? { capacity: '4', queues: queues.filter(({ isDefault }) => isDefault).map(({ key }) => key), skills: {} };
  return (
    <fieldset className="space-y-4 border-t border-line pt-4">
      <legend className="float-left mb-2 w-full text-lg font-strong text-ink">{t('agent')}</legend>
      <div className="clear-both grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Field label={t('capacity')} error={fault}>
          {(control) => <TextInput {...control} inputMode="numeric" autoComplete="off" maxLength={2} value={draft.capacity} onChange={(event) => onChange({ ...draft, capacity: event.target.value })} />}
        </Field>
        <fieldset>
          <legend className="text-xs font-label text-ink-2">{t('queues')}</legend>
          {queues.map((queue) => (
            <Checkbox
              key={queue.key}
              label={nameOf(queue)}
              checked={draft.queues.includes(queue.key)}
              onCheckedChange={(checked) => onChange({ ...draft, queues: checked ? [...draft.queues, queue.key] : draft.queues.filter((key) => key !== queue.key) })}
            />
          ))}
        </fieldset>
      </div>
      {skills.length > 0 ? (
        <fieldset>
          <legend className="mb-1.5 text-xs font-label text-ink-2">{t('skills')}</legend>
          <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {skills.map((skill) => (
              <div key={skill.key} className="grid grid-cols-[1fr_8.5rem] items-center gap-3">
                <span className="text-sm text-ink [overflow-wrap:anywhere]">{nameOf(skill)}</span>
                <Select
                  aria-label={nameOf(skill)}
                  value={String(draft.skills[skill.key] ?? 0)}
                  onValueChange={(level) => onChange({ ...draft, skills: { ...draft.skills, [skill.key]: Number(level) } })}
                  options={LEVELS.map((level) => ({ value: String(level), label: level === 0 ? t('level0') : skillWords('levelOf', { level }) }))}
                />
              </div>
            ))}
          </div>
        </fieldset>
      ) : null}
    </fieldset>
  );
}
