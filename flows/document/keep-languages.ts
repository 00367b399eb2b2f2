import { dropLanguages } from './drop-languages';
import { fallbackChain, type Locale } from './localized-text';
import type { FlowDocument } from './flow-document';
import type { Json } from './json';

/**
 * The document in those of its languages that are wanted, in the wanted order: a document in `fr` serves who wants
 * `fr-CA`. The texts of the other languages are taken out. A document that speaks none of them stays as it is.
 */
export function keepLanguages(document: FlowDocument, wanted: readonly Locale[]): FlowDocument {
  const kept = [...new Set(wanted.flatMap((locale) => fallbackChain(locale, []).find((each) => document.languages.includes(each)) ?? []))];
  if (kept.length === 0) return document;
  if (document.languages.every((locale) => kept.includes(locale))) return { ...document, languages: kept };
  const visit = (value: Json): Json => dropLanguages(value, document.languages, kept);
  return {
    ...document,
    languages: kept,
    variables: visit(document.variables) as FlowDocument['variables'],
    nodes: visit(document.nodes) as FlowDocument['nodes'],
  };
}
