import type { FlowDocument, NodeId, PortId } from '@/flows/document/flow-document';
import { pickText, type Locale } from '@/flows/document/localized-text';
import type { Registry } from './registry';
import { nodeTexts } from './texts';

/** What a flow's steps and their ways out are called, for one reader. Null for a step the flow does not have. */
export interface FlowNames {
  step(node: NodeId): string | null;
  /** The author's words on a button, the type's own for other ways; the id of a way the step does not have. */
  port(node: NodeId, port: PortId): string;
}

/** Names in the reader's language; where the author wrote none in it, in the flow's. */
export function flowNames({ nodes, languages }: FlowDocument, registry: Registry, locale: Locale): FlowNames {
  return {
    step(id) {
      const node = nodes[id];
      return node ? pickText(node.title, locale, languages) || nodeTexts(node.type, locale).name : null;
    },
    port(id, portId) {
      const node = nodes[id];
      const type = node && registry.get(node.type);
      const data = type?.data.safeParse(node?.data);
      const label = data?.success ? type?.ports(data.data as never).find((port) => port.id === portId)?.label : undefined;
      if (!node || !label) return portId;
      if ('text' in label) return pickText(label.text, locale, languages);
      return nodeTexts(node.type, locale).ports[label.key] ?? label.key;
    },
  };
}
