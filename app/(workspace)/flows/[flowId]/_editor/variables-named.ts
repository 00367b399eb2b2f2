import type { FlowNode } from '@/flows/document/flow-document';
import { localizedTextSchema } from '@/flows/document/localized-text';
import { messageContentSchema } from '@/flows/document/message-content';
import { namesRead } from '@/flows/expressions/condition';
import { templateNames } from '@/flows/expressions/template';
import { dataFields } from '@/flows/nodes/data-fields';
import { defaultRegistry } from '@/flows/nodes/registry';

/** Every name that the steps read or set: in fields, conditions and texts. Some may be no variables, such as `contact`. */
export function variablesNamed(nodes: readonly FlowNode[]): ReadonlySet<string> {
  return new Set(nodes.flatMap(namedBy));
}

function namedBy(node: FlowNode): string[] {
  const type = defaultRegistry.get(node.type);
  const parsed = type?.data.safeParse(node.data);
  if (!type || !parsed?.success) return [];
  return dataFields(type.data, parsed.data).flatMap(({ field, value }) => {
    if (field === 'variable') return typeof value === 'string' ? [value] : [];
    if (field === 'expression') return typeof value === 'string' ? (namesRead(value) ?? []) : [];
    if (field === 'request-template') return typeof value === 'string' ? templateNames(value) : [];
    if (field === 'localized-text') return templatesIn(localizedTextSchema.safeParse(value).data ?? {});
    if (field === 'message') return (messageContentSchema.safeParse(value).data?.parts ?? []).flatMap(({ text }) => templatesIn(text));
    return [];
  });
}

function templatesIn(text: Record<string, string>): string[] {
  return Object.values(text).flatMap(templateNames);
}
