'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ConditionFault } from '@/flows/expressions/condition';

/** What is wrong with an expression, in a sentence that shows the place and says what to do. */
export function useExpressionFault(): (source: string, fault: ConditionFault) => string {
  const t = useTranslations('studio.expression');
  return useCallback(
    (source, { code, message, at, until }) => {
      const part = at === undefined ? '' : source.slice(at, until ?? source.length).trim();
      const unknown = /^Unknown variable: (\w+)/.exec(message)?.[1];
      if (unknown !== undefined) return t('unknown', { name: unknown });
      switch (code) {
        case 'type':
          return t('type', { part: part || source });
        case 'syntax':
          return part === '' ? t('unfinished') : t('syntax', { part });
        case 'not-allowed':
          return t('notAllowed', { part: /"([^"]+)"/.exec(message)?.[1] ?? part });
        case 'not-a-condition':
          return t('notACondition');
        case 'too-long':
          return t('tooLong');
      }
    },
    [t],
  );
}
