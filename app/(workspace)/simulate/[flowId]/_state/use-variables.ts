'use client';

import { canonicalJson } from '@/flows/document/canonical-json';
import type { Json } from '@/flows/document/json';
import type { Variable } from '@/flows/document/variable';
import { variablesOf } from '@/flows/simulator/variables-of';
import { useEditor } from '../../../flows/[flowId]/_editor/use-editor';
import { useSimulator } from './simulator-context';

export interface VariableRow {
  variable: Variable;
  value: Json;
  before: Json;
  changed: boolean;
}

/** The flow's variables as they are and as they were before the last event. */
export function useVariables(): VariableRow[] {
  const declared = useEditor((editor) => editor.document.variables);
  const { simulation, state } = useSimulator();
  const now = variablesOf(state.session);
  const then = variablesOf((simulation.states.at(-2) ?? simulation.states[0]).session);
  return declared.map((variable) => {
    const value = now[variable.name] ?? null;
    const before = then[variable.name] ?? null;
    return { variable, value, before, changed: canonicalJson(value) !== canonicalJson(before) };
  });
}
