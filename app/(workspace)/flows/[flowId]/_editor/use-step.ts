'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { edgeId, type FlowEdge, type FlowNode, type NodeId } from '@/flows/document/flow-document';
import type { Port } from '@/flows/nodes/define-node';
import { defaultRegistry } from '@/flows/nodes/registry';
import { nodeTexts } from '@/flows/nodes/texts';
import { edgesOut } from './edges-out';
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

const NO_EDGES: readonly FlowEdge[] = [];

/** All the studio shows of one step; null when it is gone. */
export function useStep(id: NodeId | null): StepView | null {
  const node = useEditor(({ document }) => (id === null ? undefined : document.nodes[id]));
  const languages = useEditor(({ document }) => document.languages);
  const edges = useEditor(useShallow(({ document }) => (id === null ? NO_EDGES : edgesOut(document.edges, id))));
  const language = useEditor((editor) => editor.language);
  const { diagnostics } = useStudio();
  const locale = useLocale();
  return useMemo(() => {
    if (!node) return null;
    const own = Object.fromEntries(edges.map((edge) => [edgeId(edge.from, edge.port), edge]));
    return {
      node,
      title: stepTitle(node, language, languages, locale),
      typeName: nodeTexts(node.type, locale).name,
      entry: defaultRegistry.get(node.type)?.entry === true,
      ports: portsOf({ edges: own }, node).map((port) => ({
        port,
        label: portLabel(port, node.type, { language, languages }, locale),
        to: own[edgeId(node.id, port.id)]?.to ?? null,
      })),
      problems: diagnostics.filter((diagnostic) => diagnostic.node === node.id),
    };
  }, [node, languages, edges, language, locale, diagnostics]);
}
