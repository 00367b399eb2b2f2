import type { Diagnostic } from '@/flows/document/diagnostic';
import { fallbackChain, localizedTextSchema, type LocalizedText } from '@/flows/document/localized-text';
import { messageContentSchema } from '@/flows/document/message-content';
import { checkTemplate } from '@/flows/expressions/template';
import { dataFields, type DataField } from '@/flows/nodes/data-fields';
import type { ResolvedFlow, ResolvedNode } from '../resolved-flow';

/** A text, where it stands, and what it may be. */
export interface FlowText {
  text: LocalizedText;
  path: (string | number)[];
  optional: boolean;
  template: boolean;
  /** The same in every language, a template of a request: its step checks it, here it only counts as read. */
  plain?: true;
  /** No customer reads it: it may lack a language, and may name secrets. */
  internal: boolean;
}

/** Stands where a text of a language has its tag. */
const PLAIN = 'und';

/** Texts that nobody would see, that one language lacks, that no language of the flow asks for, or whose template cannot be read. */
export function checkTexts(flow: ResolvedFlow): void {
  flow.document.languages.forEach((language, index, all) => {
    if (all.indexOf(language) < index) flow.report('repeated-language', { path: ['languages', index] }, { language });
  });
  for (const [id, resolved] of flow.nodes) {
    for (const { text, path, optional, template, internal, plain } of textsIn(resolved)) {
      if (plain) continue;
      const filled = Object.keys(text).filter((language) => text[language]?.trim());
      if (filled.length === 0) {
        if (!optional && !internal) flow.report('missing-text', { node: id, path });
        continue;
      }
      for (const language of internal ? [] : flow.document.languages) {
        const covered = fallbackChain(language, []).some((candidate) => filled.includes(candidate));
        if (!covered) flow.report('missing-translation', { node: id, path }, { language });
      }
      for (const language of filled) {
        if (!internal && !isSpoken(language, flow.document.languages)) flow.report('stray-language', { node: id, path }, { language });
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

/** Whether a text of this language is ever chosen for its own sake: `fr` and `fr-CA` serve each other. */
function isSpoken(language: string, languages: readonly string[]): boolean {
  return languages.some((spoken) => fallbackChain(spoken, []).includes(language) || fallbackChain(language, []).includes(spoken));
}

/** Every template of the flow, for what else reads them. */
export function templatesOf(flow: ResolvedFlow): string[] {
  return [...flow.nodes.values()].flatMap((resolved) =>
    textsIn(resolved).flatMap(({ text, template }) => (template ? Object.values(text) : [])),
  );
}

/** Every text of a step. */
export function textsIn({ type, data }: ResolvedNode): FlowText[] {
  return dataFields(type.data, data).flatMap(textsOf);
}

function textsOf({ field, path, meta, value }: DataField): FlowText[] {
  if (field === 'request-template') return typeof value === 'string' ? [{ text: { [PLAIN]: value }, path, optional: true, template: true, internal: true, plain: true }] : [];
  if (field === 'localized-text') {
    const text = localizedTextSchema.safeParse(value);
    return text.success ? [{ text: text.data, path, optional: meta.optional === true, template: meta.template === true, internal: meta.internal === true }] : [];
  }
  if (field === 'message') {
    const message = messageContentSchema.safeParse(value);
    if (!message.success) return [];
    return message.data.parts.map(({ text }, index) => ({ text, path: [...path, 'parts', index, 'text'], optional: false, template: true, internal: false }));
  }
  return [];
}
