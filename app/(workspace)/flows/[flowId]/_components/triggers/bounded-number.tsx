'use client';

import { useState } from 'react';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { useTriggerForm } from './trigger-context';

interface BoundedNumberProps {
  label: string;
  help?: string;
  minimum: number;
  maximum: number;
  value: number;
  onChange: (value: number) => void;
}

/** A whole number; what is out of its bounds is not stored and goes when the field is left. */
export function BoundedNumber({ label, help, minimum, maximum, value, onChange }: BoundedNumberProps) {
  const { readOnly, seal } = useTriggerForm();
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <Field label={label} help={help}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          inputMode="numeric"
          min={minimum}
          max={maximum}
          className="tabular max-w-24"
          readOnly={readOnly}
          value={typing ?? String(value)}
          onBlur={() => {
            setTyping(null);
            seal();
          }}
          onChange={({ target }) => {
            setTyping(target.value);
            const number = Number(target.value);
            if (target.value !== '' && Number.isInteger(number) && number >= minimum && number <= maximum) onChange(number);
          }}
        />
      )}
    </Field>
  );
}
