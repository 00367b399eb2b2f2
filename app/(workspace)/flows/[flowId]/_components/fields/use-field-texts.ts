'use client';

import { useLocale } from 'next-intl';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { nodeTexts } from '@/flows/nodes/texts';
import { useDescribe } from '../../_editor/use-describe';
import type { FieldPath } from './data-field-props';
import { useFieldForm } from './field-context';

export interface FieldTexts {
  label: string;
  help: string | undefined;
  /** The compiler's sentence about this place, and how to repair it. */
  error: string | undefined;
  warning: string | undefined;
}

/**
 * The words around a field: its label and help from the type's texts, and what the compiler says about it. With a
 * language, only what concerns that one.
 */
export function useFieldTexts(path: FieldPath, language?: string): FieldTexts {
  const locale = useLocale();
  const describe = useDescribe();
  const { node, problems } = useFieldForm();
  const key = path.filter((step) => typeof step === 'string').join('.');
  const texts = nodeTexts(node.type, locale).fields[key];
  const said = (severity: Diagnostic['severity']) => {
    const concerns = ({ params }: Diagnostic) => language === undefined || params['language'] === undefined || params['language'] === language;
    const found = problems.find((problem) => problem.severity === severity && startsWith(problem.path, path) && concerns(problem));
    if (!found) return undefined;
    const { sentence, fix } = describe(found);
    return fix ? `${sentence} ${fix}` : sentence;
  };
  // An entry without a name of its own has the list's words: they help once, under the list.
  const entry = typeof path.at(-1) === 'number';
  return { label: texts?.label ?? key, help: entry ? undefined : texts?.help || undefined, error: said('error'), warning: said('warning') };
}

function startsWith(path: readonly (string | number)[] | undefined, start: FieldPath): boolean {
  return path !== undefined && start.every((step, index) => path[index] === step);
}
