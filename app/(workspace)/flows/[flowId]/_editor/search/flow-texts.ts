import type { FlowDocument, FlowNode, NodeId } from '@/flows/document/flow-document';
import type { Locale } from '@/flows/document/localized-text';
import { localizedListSchema, localizedTextSchema } from '@/flows/document/localized-text';
import { messageContentSchema } from '@/flows/document/message-content';
import { dataFields } from '@/flows/nodes/data-fields';
import { defaultRegistry } from '@/flows/nodes/registry';

/** Something written in the flow that can be looked for. */
export interface FlowText {
  text: string;
  /** The language it is written in; null when it is none, such as an identifier. */
  language: Locale | null;
  /** The step it belongs to; null for a variable. */
  node: NodeId | null;
  /** What it is: a place in the step's data (`options.label`), its title, its id, or a variable. */
  place: { kind: 'title' } | { kind: 'id' } | { kind: 'field'; path: string } | { kind: 'variable'; name: string };
}

/** Hints whose value is a word of the program, not of the author. */
const NOT_WRITTEN = new Set(['hidden', 'enum', 'operator', 'duration']);

/** Everything written in a flow: of each step its title, texts and names in every language, and its id; then the variables. */
export function flowTexts(document: FlowDocument, order: readonly NodeId[]): FlowText[] {
  const steps = order.flatMap((id) => {
    const node = document.nodes[id];
    return node ? textsOfStep(node) : [];
  });
  const variables = document.variables.flatMap(({ name, label }): FlowText[] => {
    const place = { kind: 'variable' as const, name };
    return [{ text: name, language: null, node: null, place }, ...inLanguages(label).map(([language, text]) => ({ text, language, node: null, place }))];
  });
  return [...steps, ...variables].filter(({ text }) => text.trim() !== '');
}

function textsOfStep(node: FlowNode): FlowText[] {
  const titles = inLanguages(node.title).map(([language, text]): FlowText => ({ text, language, node: node.id, place: { kind: 'title' } }));
  return [...titles, ...textsInData(node), { text: node.id, language: null, node: node.id, place: { kind: 'id' } }];
}

function textsInData(node: FlowNode): FlowText[] {
  const type = defaultRegistry.get(node.type);
  if (!type) return [];
  return dataFields(type.data, node.data).flatMap(({ path, field, value }): FlowText[] => {
    const place = { kind: 'field' as const, path: path.filter((step) => typeof step === 'string').join('.') };
    const found = (text: string, language: Locale | null): FlowText => ({ text, language, node: node.id, place });
    if (NOT_WRITTEN.has(field)) return [];
    const message = messageContentSchema.safeParse(value);
    if (message.success) return message.data.parts.flatMap(({ text }) => inLanguages(text).map(([language, one]) => found(one, language)));
    const list = field === 'localized-list' ? localizedListSchema.safeParse(value) : undefined;
    if (list?.success) return Object.entries(list.data).flatMap(([language, words]) => words.map((word) => found(word, language)));
    const text = field === 'localized-text' ? localizedTextSchema.safeParse(value) : undefined;
    if (text?.success) return inLanguages(text.data).map(([language, one]) => found(one, language));
    if (typeof value === 'string') return [found(value, null)];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string').map((one) => found(one, null)) : [];
  });
}

function inLanguages(text: Record<Locale, string>): [Locale, string][] {
  return Object.entries(text);
}
