import type { FlowDocument } from '@/flows/document/flow-document';
import { document } from './recorded-turns';

/** A sound flow of about so many nodes: the library's customer service, again and again, each part leading into the next. */
export function largeFlow(nodes: number): FlowDocument {
  const parts = Math.ceil((nodes - 1) / (Object.keys(document.nodes).length - 1));
  const start = document.nodes['start'];
  if (!start) throw new Error('the library flow has no start');
  const large: FlowDocument = { ...document, name: `${nodes} nodes`, nodes: { start }, edges: {} };
  const link = (from: string, port: string, to: string): void => {
    large.edges[`${from}/${port}`] = { from, port, to };
  };
  for (let part = 0; part < parts; part += 1) {
    const own = (id: string): string => `${id}-${part}`;
    for (const [id, node] of Object.entries(document.nodes)) if (id !== 'start') large.nodes[own(id)] = { ...node, id: own(id) };
    for (const { from, port, to } of Object.values(document.edges)) {
      if (from === 'start') continue;
      // What the part before could not tell goes on in this one.
      const onwards = from === 'topics-again' && port === 'no-match' && part + 1 < parts;
      link(own(from), port, onwards ? `welcome-${part + 1}` : own(to));
    }
  }
  link('start', 'next', 'welcome-0');
  return large;
}
