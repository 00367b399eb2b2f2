'use client';

import { useTranslations } from 'next-intl';
import type { Json, JsonObject } from '@/flows/document/json';
import { Field } from '@/lib/ui/field';
import { LiteralInput } from '../../../../flows/[flowId]/_components/fields/literal-input';
import { useEditor } from '../../../../flows/[flowId]/_editor/use-editor';
import { useSimulator } from '../../_state/simulator-context';
import { LateInput } from './late-input';

const DETAILS = ['name', 'email', 'phone'] as const;

/** Who the customer is, and what earlier conversations kept of her. */
export function ContactFields() {
  const t = useTranslations('simulate.world');
  const variables = useEditor((editor) => editor.document.variables);
  const { state, act } = useSimulator();
  const attributes = (state.contact['attributes'] ?? {}) as JsonObject;
  return (
    <div className="flex flex-col gap-3">
      {DETAILS.map((detail) => (
        <Field key={detail} label={t(detail)}>
          {(control) => (
            <LateInput control={control} value={typeof state.contact[detail] === 'string' ? state.contact[detail] : ''} onChange={(value) => act({ set: { contact: { [detail]: value === '' ? null : value } } })} />
          )}
        </Field>
      ))}
      {variables
        .filter(({ scope }) => scope === 'contact')
        .map(({ name, type }) => (
          <Field key={name} label={t('attribute', { name })} help={t('attributeHelp')}>
            {(control) => {
              const set = (value: Json) => act({ set: { contact: { attributes: { [name]: value } } } });
              if (type !== 'text' && type !== 'secret') return <LiteralInput control={control} type={type} value={attributes[name] ?? null} readOnly={false} onChange={set} onBlur={() => undefined} />;
              return <LateInput control={control} value={typeof attributes[name] === 'string' ? attributes[name] : ''} onChange={(value) => set(value === '' ? null : value)} />;
            }}
          </Field>
        ))}
    </div>
  );
}
