'use client';

import { useEffect, useState } from 'react';
import { compile } from '@/flows/compiler/compile';
import { knownReferences } from '@/flows/compiler/references/known-references';
import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { References } from '@/lib/api/view-models';
import { sameJson } from './same-json';

const QUIET_MS = 300;

/** What the compiler finds in the document, 300 ms after its last change; errors first. Without a flow's id its channels are not looked at. */
export function useDiagnostics(document: FlowDocument, references: References, flowId: string | null): readonly Diagnostic[] {
  const [found, setFound] = useState<readonly Diagnostic[]>(() => diagnose(document, references, flowId));
  useEffect(() => {
    const timer = setTimeout(() => setFound((before) => newer(before, diagnose(document, references, flowId))), QUIET_MS);
    return () => clearTimeout(timer);
  }, [document, references, flowId]);
  return found;
}

/** The old findings when nothing has changed about them: whoever shows them need not draw again. */
function newer(before: readonly Diagnostic[], now: readonly Diagnostic[]): readonly Diagnostic[] {
  return sameJson(before, now) ? before : now;
}

function diagnose(document: FlowDocument, references: References, flowId: string | null): readonly Diagnostic[] {
  const result = compile(document, { ref: 'draft', registry: defaultRegistry, references: knownReferences(references, flowId) });
  const all = result.ok ? result.warnings : result.diagnostics;
  return [...all].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}
