'use client';

import { createContext, useCallback, useContext } from 'react';
import type { Diagnostic } from '@/flows/document/diagnostic';
import type { Trigger } from '@/flows/document/trigger';
import { useDescribe } from '../../_editor/use-describe';

/** The form of one trigger. */
export interface TriggerForm {
  problems: readonly Diagnostic[];
  readOnly: boolean;
  autoFocus: boolean;
  change(next: Trigger): void;
  /** What is typed next is another step of undo. */
  seal(): void;
}

export const TriggerContext = createContext<TriggerForm | null>(null);

export function useTriggerForm(): TriggerForm & { errorAt(...path: string[]): string | undefined } {
  const form = useContext(TriggerContext);
  const describe = useDescribe();
  if (!form) throw new Error('useTriggerForm outside a trigger');
  const { problems } = form;
  const errorAt = useCallback(
    (...path: string[]) => {
      const found = problems.find((problem) => (problem.path ?? []).slice(2).join('\n') === path.join('\n'));
      if (!found) return undefined;
      const { sentence, fix } = describe(found);
      return `${sentence} ${fix}`;
    },
    [problems, describe],
  );
  return { ...form, errorAt };
}
