'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { durationToMs } from '@/flows/document/duration';
import type { NodeId, PortId } from '@/flows/document/flow-document';
import { portLabel } from '../../../flows/[flowId]/_editor/port-label';
import { portsOf } from '../../../flows/[flowId]/_editor/ports-of';
import { stepTitle } from '../../../flows/[flowId]/_editor/step-title';
import { useEditor } from '../../../flows/[flowId]/_editor/use-editor';
import { useSimulator } from './simulator-context';

/** How a way out is told: the customer's own choice, a name, or not at all where there is only one. */
export type PortWords = { kind: 'chose' | 'exit'; label: string } | { kind: 'straight' };

export interface StepWords {
  title(node: NodeId): string;
  port(node: NodeId, port: PortId): PortWords;
  /** The step a timer belongs to, and the way out it takes when it can be told. */
  timer(timerId: string): { node: NodeId | undefined; step: string; port: string | null };
}

/** Steps, ways out and timers in the words of the canvas. */
export function useStepWords(): StepWords {
  const locale = useLocale();
  const document = useEditor((editor) => editor.document);
  const language = useEditor((editor) => editor.language);
  const { sourceMap } = useSimulator().simulation.flow;
  return useMemo(() => {
    const title = (id: NodeId): string => {
      const node = document.nodes[id];
      return node ? stepTitle(node, language, document.languages, locale) : id;
    };
    return {
      title,
      port(id, portId) {
        const node = document.nodes[id];
        const port = node && portsOf(document, node).find((each) => each.id === portId);
        if (!node || !port) return { kind: 'exit', label: portId };
        if (portId === 'next') return { kind: 'straight' };
        return { kind: 'text' in port.label ? 'chose' : 'exit', label: portLabel(port, node.type, { language, languages: document.languages }, locale) };
      },
      timer(timerId) {
        const colon = timerId.lastIndexOf(':');
        const id = sourceMap[timerId.slice(0, colon)];
        const node = id === undefined ? undefined : document.nodes[id];
        if (!node) return { node: undefined, step: timerId, port: null };
        const ms = Number(timerId.slice(colon + 1));
        const silences = portsOf(document, node).filter(({ kind }) => kind === 'silence');
        const port = silences.find(({ after }) => after !== undefined && durationToMs(after) === ms) ?? silences[0];
        return { node: node.id, step: title(node.id), port: port ? portLabel(port, node.type, { language, languages: document.languages }, locale) : null };
      },
    };
  }, [document, language, locale, sourceMap]);
}
