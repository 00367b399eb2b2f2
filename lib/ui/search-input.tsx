'use client';

import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { Kbd } from './kbd';
import { TextInput } from './text-input';

export interface SearchInputProps {
  /** What is looked for; read aloud and shown while nothing is typed. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  /** The key that leads here. */
  shortcut?: string;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** The field that narrows a list. Escape empties it; once it is empty, Escape is the surrounding's. */
export function SearchInput({ label, value, onValueChange, shortcut, ...rest }: SearchInputProps) {
  return (
    <TextInput
      {...rest}
      type="search"
      aria-label={label}
      placeholder={label}
      icon={<Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />}
      trailing={shortcut === undefined ? undefined : <span className="pointer-coarse:hidden"><Kbd>{shortcut}</Kbd></span>}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return;
        event.stopPropagation();
        onValueChange('');
      }}
    />
  );
}
