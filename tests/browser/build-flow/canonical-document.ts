import type { FlowDocument } from '../../../flows/document/flow-document';
import type { FlowFacts } from './load-flow-facts';

/** A flow as it is told apart from others: its steps by their place in `order`, its links by their ways out; no ids, no positions. */
export function canonicalDocument(document: FlowDocument, order: readonly string[], { defaultRegistry }: FlowFacts): unknown {
  const number = (id: string) => order.indexOf(id);
  const wayOut = (id: string, port: string) => {
    const node = document.nodes[id];
    const type = defaultRegistry.get(node?.type ?? '');
    return type?.ports(type.data.parse(node?.data) as never).findIndex((each) => each.id === port);
  };
  return {
    ...document,
    nodes: order.map((id) => {
      const { type, version, title, data } = document.nodes[id] ?? {};
      return { type, version, title, data: bare(data, document.languages) };
    }),
    edges: Object.values(document.edges)
      .map(({ from, port, to }) => ({ from: number(from), wayOut: wayOut(from, port), to: number(to) }))
      .sort((a, b) => a.from - b.from || (a.wayOut ?? 0) - (b.wayOut ?? 0)),
  };
}

/** Without the ids that entries of lists are known by, and without texts that were emptied: they are as if never written. */
function bare(value: unknown, languages: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => bare(each, languages));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, inner]) => key !== 'id' && !(inner === '' && languages.includes(key)));
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner, languages)]));
}
