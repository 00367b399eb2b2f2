'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowNode, NodeId } from '@/flows/document/flow-document';
import type { Port } from '@/flows/nodes/define-node';
import { defaultRegistry } from '@/flows/nodes/registry';
import { nodeTexts } from '@/flows/nodes/texts';
import { portLabel } from './port-label';
import { portsOf } from './ports-of';
import { stepTitle } from './step-title';
import { useEditor } from './use-editor';
import { useStudio } from './use-studio';

export interface StepView {
  node: FlowNode;
  title: string;
  /** The type's name in the language of the interface. */
  typeName: string;
  entry: boolean;
  ports: readonly { port: Port; label: string; to: NodeId | null }[];
  problems: readonly Diagnostic[];
}

/** All the studio shows of one step; null when it is gone. */
export function useStep(id: NodeId | null): StepView | null {
  const document = useEditor((editor) => editor.document);
  const language = useEditor((editor) => editor.language);
  const { diagnostics } = useStudio();
  const locale = useLocale();
  const node = id === null ? undefined : document.nodes[id];
  return useMemo(() => {
    if (!node) return null;
    const { languages } = document;
    return {
      node,
      title: stepTitle(node, language, languages, locale),
      typeName: nodeTexts(node.type, locale).name,
      entry: defaultRegistry.get(node.type)?.entry === true,
      ports: portsOf(document, node).map((port) => ({
        port,
        label: portLabel(port, node.type, { language, languages }, locale),
        to: document.edges[`${node.id}/${port.id}`]?.to ?? null,
      })),
      problems: diagnostics.filter((diagnostic) => diagnostic.node === node.id),
    };
  }, [document, node, language, locale, diagnostics]);
}
