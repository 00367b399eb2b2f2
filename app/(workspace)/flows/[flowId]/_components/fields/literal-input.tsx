'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Json } from '@/flows/document/json';
import type { VariableType } from '@/flows/document/variable';
import type { FieldControl } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { TextArea } from '@/lib/ui/text-area';
import { TextInput } from '@/lib/ui/text-input';
import { literalText, readLiteral } from '../../_form/literal-text';

interface LiteralInputProps {
  control: Partial<FieldControl> & { 'aria-label'?: string };
  type: VariableType;
  value: Json;
  readOnly: boolean;
  onChange: (value: Json) => void;
  onBlur: () => void;
}

/** Writes a value of a type. What is no such value yet is kept while it is typed, and not stored. */
export function LiteralInput({ control, type, value, readOnly, onChange, onBlur }: LiteralInputProps) {
  const t = useTranslations('studio.literal');
  const [typing, setTyping] = useState<string | null>(null);
  if (type === 'boolean') {
    return (
      <Select
        {...control}
        value={typeof value === 'boolean' ? String(value) : undefined}
        placeholder={t('choose')}
        disabled={readOnly}
        onValueChange={(next) => onChange(next === 'true')}
        options={[{ value: 'true', label: t('true') }, { value: 'false', label: t('false') }]}
      />
    );
  }
  const shared = {
    ...control,
    readOnly,
    value: typing ?? literalText(value, type),
    onBlur: () => {
      setTyping(null);
      onBlur();
    },
    onChange: (event: { target: { value: string } }) => {
      setTyping(event.target.value);
      const read = readLiteral(event.target.value, type);
      if (read !== undefined) onChange(read);
    },
  };
  if (type === 'list') return <TextArea {...shared} rows={2} placeholder={t('list')} />;
  if (type === 'object') return <TextArea {...shared} rows={2} spellCheck={false} className="font-mono text-sm" />;
  if (type === 'number') return <TextInput {...shared} type="number" inputMode="decimal" step="any" className="tabular" />;
  return <TextInput {...shared} type={type === 'date' ? 'date' : 'text'} maxLength={400} />;
}
