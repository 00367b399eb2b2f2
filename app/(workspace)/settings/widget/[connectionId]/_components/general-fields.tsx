'use client';

import { useTranslations } from 'next-intl';
import type { WidgetsView } from '@/lib/api/view-models';
import { Field } from '@/lib/ui/field';
import { Switch } from '@/lib/ui/switch';
import { TextArea } from '@/lib/ui/text-area';
import { TextInput } from '@/lib/ui/text-input';
import { FlowSelect } from '../../_components/flow-select';
import type { FieldsProps } from './fields-props';
import { badSite } from './widget-draft';

/** What the team calls it, the flow it runs, where it may stand, and whether it is in service. */
export function GeneralFields({ draft, set, flows, workspaceName, checked }: FieldsProps & { flows: WidgetsView['flows']; workspaceName: string; checked: boolean }) {
  const t = useTranslations('settings.widget');
  const bad = badSite(draft.sites);
  return (
    <section className="space-y-4">
      <div className="flex items-start gap-3">
        <Switch id="widget-enabled" checked={draft.enabled} onCheckedChange={(enabled) => set({ enabled })} aria-describedby="widget-enabled-help" />
        <div>
          <label htmlFor="widget-enabled" className="text-sm font-medium text-ink">{t('enabled')}</label>
          <p id="widget-enabled-help" className="text-xs text-ink-3">{t('enabledHelp')}</p>
        </div>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('name')} help={t('nameHelp')} error={checked && draft.name.trim() === '' ? t('nameMissing') : null} required>
          {(control) => <TextInput {...control} autoComplete="off" maxLength={80} value={draft.name} onChange={(event) => set({ name: event.target.value })} />}
        </Field>
        <Field label={t('flow')}>{(control) => <FlowSelect control={control} flows={flows} value={draft.flowId} onChange={(flowId) => set({ flowId })} />}</Field>
        <Field label={t('title2')} help={t('titleHelp', { name: workspaceName })}>
          {(control) => <TextInput {...control} autoComplete="off" maxLength={60} value={draft.title} onChange={(event) => set({ title: event.target.value })} />}
        </Field>
        <Field label={t('sitesTitle')} help={t('sitesHelp')} error={checked && bad !== undefined ? t('sitesFault', { site: bad }) : null}>
          {(control) => <TextArea {...control} rows={2} spellCheck={false} value={draft.sites} onChange={(event) => set({ sites: event.target.value })} />}
        </Field>
      </div>
    </section>
  );
}
