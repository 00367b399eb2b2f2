'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { MOST_CONTACTS, type ScheduleTrigger } from '@/flows/document/trigger';
import { checkCondition } from '@/flows/expressions/condition';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { useEditor } from '../../_editor/use-editor';
import { useStudio } from '../../_editor/use-studio';
import { suggestAudience } from '../../_form/suggest-audience';
import { SuggestTextArea } from '../fields/suggest-text-area';
import { useExpressionFault } from '../fields/use-expression-fault';
import { BoundedNumber } from './bounded-number';
import { useTriggerForm } from './trigger-context';

/** No public key of a connection: those are longer. */
const OWN = '-';

/** Whom a schedule reaches: the contacts of a channel, those that satisfy a condition, at most so many a run. */
export function AudienceFields({ trigger }: { trigger: ScheduleTrigger }) {
  const t = useTranslations('studio.triggers');
  const { change, seal, readOnly, errorAt } = useTriggerForm();
  const { references } = useStudio();
  const variables = useEditor((editor) => editor.document.variables);
  const sentenceOf = useExpressionFault();
  const { audience } = trigger;
  const { connection, condition, most } = audience;
  const put = (part: Partial<ScheduleTrigger['audience']>) => change({ ...trigger, audience: { ...audience, ...part } });
  const checked = useMemo(() => (condition.trim() === '' ? { ok: true as const } : checkCondition(condition, { contact: 'map' })), [condition]);
  const fault = checked.ok || checked.at === undefined ? undefined : { at: Math.min(checked.at, condition.length - 1), until: checked.until ?? condition.length };
  const channels = references.connections.map(({ key, name }) => ({ value: key, label: name }));
  const stray = connection !== null && !channels.some(({ value }) => value === connection) ? [{ value: connection, label: t('goneChannel', { key: connection }) }] : [];
  return (
    <>
      <Field label={t('channel')} error={errorAt('audience', 'connection')}>
        {(control) => (
          <Select
            {...control}
            value={connection ?? OWN}
            disabled={readOnly}
            onValueChange={(key) => put({ connection: key === OWN ? null : key })}
            options={[{ value: OWN, label: t('ownChannels') }, ...channels, ...stray]}
          />
        )}
      </Field>
      <Field label={t('condition')} help={t('conditionHelp')} error={checked.ok ? undefined : sentenceOf(condition, checked)}>
        {(control) => (
          <SuggestTextArea
            control={control}
            code
            maxLength={4096}
            readOnly={readOnly}
            value={condition}
            suggest={(text, caret) => suggestAudience(text, caret, variables)}
            fault={fault}
            onBlur={seal}
            onChange={(text) => put({ condition: text })}
          />
        )}
      </Field>
      <BoundedNumber label={t('most')} help={t('mostHelp')} minimum={1} maximum={MOST_CONTACTS} value={most} onChange={(number) => put({ most: number })} />
    </>
  );
}
