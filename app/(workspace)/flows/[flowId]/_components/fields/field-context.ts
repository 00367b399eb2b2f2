'use client';

import { createContext, useContext, type ReactNode } from 'react';
import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowNode } from '@/flows/document/flow-document';
import type { Json } from '@/flows/document/json';
import type { DataFieldProps, FieldPath } from './data-field-props';

/** What every field of one step's form shares. Paths are inside the step's data. */
export interface FieldForm {
  node: FlowNode;
  readOnly: boolean;
  problems: readonly Diagnostic[];
  set(path: FieldPath, value: Json): void;
  /** Takes away what may be left out. */
  unset(path: FieldPath): void;
  /** The field is left: what comes next is undone on its own. */
  seal(): void;
  /** Draws any field: how groups and lists draw what is inside them. */
  Field: (props: DataFieldProps) => ReactNode;
}

export const FieldContext = createContext<FieldForm | null>(null);

export function useFieldForm(): FieldForm {
  const form = useContext(FieldContext);
  if (!form) throw new Error('useFieldForm outside a form');
  return form;
}
