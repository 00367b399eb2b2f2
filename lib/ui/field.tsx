'use client';

import { clsx } from 'clsx';
import { CircleX } from 'lucide-react';
import { useId, type ReactNode } from 'react';

/** What `Field` hands to its control: spread it on the input. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  'aria-required': boolean | undefined;
}

export interface FieldProps {
  label: ReactNode;
  /** Right of the label: a switch of language, a count. */
  aside?: ReactNode;
  help?: ReactNode;
  /** Replaces the help. What is wrong and how to repair it. */
  error?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** A label above one control, help or error below. */
export function Field({ label, aside, help, error, required, hideLabel = false, className, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? help;
  return (
    <div className={clsx('flex flex-col gap-1.5', className)}>
      <div className={hideLabel ? 'sr-only' : 'flex items-baseline justify-between gap-3'}>
        <label htmlFor={id} className="text-xs font-label text-ink-2">{label}</label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {note ? (
        <p id={noteId} className={clsx('flex gap-1.5 text-xs', error ? 'text-stop' : 'text-ink-3')} {...(error ? { role: 'alert' } : {})}>
          {error ? <CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" /> : null}
          <span>{note}</span>
        </p>
      ) : null}
    </div>
  );
}
