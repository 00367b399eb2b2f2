import type { Diagnostic } from '@/flows/document/diagnostic';
import { fallbackChain, localizedTextSchema, type LocalizedText } from '@/flows/document/localized-text';
import { messageContentSchema } from '@/flows/document/message-content';
import { checkTemplate } from '@/flows/expressions/template';
import { dataFields, type DataField } from '@/flows/nodes/data-fields';
import type { ResolvedFlow, ResolvedNode } from '../resolved-flow';

/** A text a customer reads, where it stands, and what it may be. */
interface FlowText {
  text: LocalizedText;
  path: (string | number)[];
  optional: boolean;
  template: boolean;
}

/** Texts that nobody would see, that one language lacks, or whose template cannot be read. */
export function checkTexts(flow: ResolvedFlow): void {
  for (const [id, resolved] of flow.nodes) {
    for (const { text, path, optional, template } of customerTexts(resolved)) {
      const filled = Object.keys(text).filter((language) => text[language]?.trim());
      if (filled.length === 0) {
        if (!optional) flow.report('missing-text', { node: id, path });
        continue;
      }
      for (const language of flow.document.languages) {
        const covered = fallbackChain(language, []).some((candidate) => filled.includes(candidate));
        if (!covered) flow.report('missing-translation', { node: id, path }, { language });
      }
      if (!template) continue;
      for (const language of filled) {
        const checked = checkTemplate(text[language] ?? '');
        if (checked.ok) continue;
        const params: Diagnostic['params'] = { language, detail: checked.message };
        if (checked.at !== undefined) params.at = checked.at;
        flow.report('bad-template', { node: id, path: [...path, language] }, params);
      }
    }
  }
}

/** Every template of the flow, for what else reads them. */
export function templatesOf(flow: ResolvedFlow): string[] {
  return [...flow.nodes.values()].flatMap((resolved) =>
    customerTexts(resolved).flatMap(({ text, template }) => (template ? Object.values(text) : [])),
  );
}

function customerTexts({ type, data }: ResolvedNode): FlowText[] {
  return dataFields(type.data, data).flatMap(textsOf);
}

function textsOf({ field, path, meta, value }: DataField): FlowText[] {
  if (field === 'localized-text') {
    const text = localizedTextSchema.safeParse(value);
    return text.success ? [{ text: text.data, path, optional: meta.optional === true, template: meta.template === true }] : [];
  }
  if (field === 'message') {
    const message = messageContentSchema.safeParse(value);
    if (!message.success) return [];
    return message.data.parts.map(({ text }, index) => ({ text, path: [...path, 'parts', index, 'text'], optional: false, template: true }));
  }
  return [];
}
