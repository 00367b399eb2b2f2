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
  const spoken = new Set(document.languages);
  const gone = new Set(document.languages.filter((locale) => !kept.includes(locale)));
  if (gone.size === 0) return { ...document, languages: kept };
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    // An object whose keys are all languages of the document is a text in them, whatever step it stands in.
    const localized = entries.length > 0 && entries.every(([key]) => spoken.has(key));
    return Object.fromEntries(entries.flatMap(([key, child]) => (child === undefined || (localized && gone.has(key)) ? [] : [[key, visit(child)]])));
  };
  return {
    ...document,
    languages: kept,
    variables: visit(document.variables) as FlowDocument['variables'],
    nodes: visit(document.nodes) as FlowDocument['nodes'],
  };
}
