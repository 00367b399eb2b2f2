'use client';

import { useState } from 'react';
import type { FieldControl } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';

interface LateInputProps {
  control: FieldControl;
  value: string;
  onChange: (value: string) => void;
}

/** A text that counts when it is left or entered: each change is an event of the script, not each letter. */
export function LateInput({ control, value, onChange }: LateInputProps) {
  const [typing, setTyping] = useState<string | null>(null);
  const keep = () => {
    if (typing !== null && typing.trim() !== value) onChange(typing.trim());
    setTyping(null);
  };
  return (
    <TextInput
      {...control}
      value={typing ?? value}
      maxLength={200}
      onChange={(event) => setTyping(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyping(null);
      }}
    />
  );
}
