import type { FlowDocument } from '@/flows/document/flow-document';
import { variableNameSchema, type Variable } from '@/flows/document/variable';
import type { SimpleOperation } from '@/flows/document/operation';

/** Why a name cannot be given to a new variable. */
export type NameFault = 'taken' | 'reserved' | 'shape';

/** Null when the name is free and well made. */
export function nameFault(name: string, variables: readonly Variable[]): NameFault | null {
  if (variables.some((variable) => variable.name === name)) return 'taken';
  if (!/^[a-z][A-Za-z0-9_]{0,39}$/.test(name)) return 'shape';
  return variableNameSchema.safeParse(name).success ? null : 'reserved';
}

/** Adds a variable at the end of the list. */
export function declareVariable({ variables }: FlowDocument, variable: Variable): SimpleOperation {
  return setVariables([...variables, variable]);
}

/** Changes what is said of a variable, all but its name: that is what texts and conditions know it by. */
export function changeVariable({ variables }: FlowDocument, name: string, part: Partial<Omit<Variable, 'name'>>): SimpleOperation {
  return setVariables(variables.map((variable) => (variable.name === name ? { ...variable, ...part } : variable)));
}

export function removeVariable({ variables }: FlowDocument, name: string): SimpleOperation {
  return setVariables(variables.filter((variable) => variable.name !== name));
}

function setVariables(variables: readonly Variable[]): SimpleOperation {
  return { kind: 'document.set', path: 'variables', value: [...variables] };
}
