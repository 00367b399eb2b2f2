'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { describeDiagnostic } from '@/flows/compiler/describe';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { portLabel } from './port-label';
import { portsOf } from './ports-of';
import { stepTitle } from './step-title';
import { useEditor } from './use-editor';

/** A finding in words, naming steps and the author's buttons as the canvas shows them. */
export function useDescribe(): (diagnostic: Diagnostic) => { sentence: string; fix: string } {
  const t = useTranslations('studio.port');
  const locale = useLocale();
  const document = useEditor((editor) => editor.document);
  const language = useEditor((editor) => editor.language);
  return useCallback(
    (diagnostic) => {
      const node = diagnostic.node === undefined ? undefined : document.nodes[diagnostic.node];
      if (!node) return describeDiagnostic(diagnostic, locale);
      const params: Diagnostic['params'] = { ...diagnostic.params, step: stepTitle(node, language, document.languages, locale) };
      const port = portsOf(document, node).find(({ id }) => id === diagnostic.port);
      if (port && 'text' in port.label) params['portName'] = portLabel(port, node.type, { language, languages: document.languages }, locale) || t('unnamed');
      return describeDiagnostic({ ...diagnostic, params }, locale);
    },
    [document, language, locale, t],
  );
}
