'use client';

import { useLocale, useTranslations } from 'next-intl';
import { pickText, type LocalizedText } from '@/flows/document/localized-text';
import type { ReferenceMapping } from '@/flows/compiler/references/map-references';
import type { References } from '@/lib/api/view-models';
import { Banner } from '@/lib/ui/banner';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';

/** What a flow names and the workspace lacks; `steps` are the titles of those that name it. */
export interface Missing {
  kind: ReferenceMapping['kind'];
  key: string;
  steps: LocalizedText[];
}

interface ReferenceMapProps {
  missing: readonly Missing[];
  references: References | undefined;
  value: readonly ReferenceMapping[];
  onChange: (value: ReferenceMapping[]) => void;
}

const LEFT = '-';

/** For each skill, queue or calendar that is missing: what to take in its place, or to leave it for later. */
export function ReferenceMap({ missing, references, value, onChange }: ReferenceMapProps) {
  const t = useTranslations('flows.references');
  const locale = useLocale();
  if (missing.length === 0) return null;
  const known = { skill: references?.skills, queue: references?.queues, calendar: references?.calendars };
  return (
    <section className="mt-5 flex flex-col gap-4">
      <Banner tone="caution" title={t('title', { count: missing.length })}>{t('text')}</Banner>
      {missing.map(({ kind, key, steps }) => (
        <Field key={`${kind} ${key}`} label={t(kind, { key })} help={t('steps', { count: steps.length, steps: steps.map((step) => pickText(step, locale, ['en', 'fr'])).join(', ') })}>
          {(control) => (
            <Select
              {...control}
              size="lg"
              value={value.find((each) => each.kind === kind && each.from === key)?.to ?? LEFT}
              onValueChange={(to) => {
                const others = value.filter((each) => each.kind !== kind || each.from !== key);
                onChange(to === LEFT ? others : [...others, { kind, from: key, to }]);
              }}
              options={[{ value: LEFT, label: t('leave') }, ...(known[kind] ?? []).map((each) => ({ value: each.key, label: pickText(each.name, locale, ['en', 'fr']) || each.key }))]}
            />
          )}
        </Field>
      ))}
    </section>
  );
}
