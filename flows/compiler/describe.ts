import type { Diagnostic } from '@/flows/document/diagnostic';
import type { Locale } from '@/flows/document/localized-text';
import { nodeTexts } from '@/flows/nodes/texts';
import en from './messages/en.json';
import fr from './messages/fr.json';

interface Messages {
  languages: Record<string, string>;
  /** What a variable may hold. */
  types: Record<string, string>;
  diagnostics: Record<string, { sentence: string; fix: string }>;
}

/**
 * A diagnostic in words: what is wrong and where, and what to do. English for a language Relais is not translated
 * into. A code without words (from a newer program) is shown as it is.
 */
export function describeDiagnostic(diagnostic: Diagnostic, locale: Locale): { sentence: string; fix: string } {
  const messages: Messages = locale.split('-')[0] === 'fr' ? fr : en;
  const words = messages.diagnostics[diagnostic.code];
  if (!words) return { sentence: diagnostic.code, fix: '' };
  const values = valuesOf(diagnostic, locale, messages);
  return { sentence: fill(words.sentence, values), fix: fill(words.fix, values) };
}

function valuesOf({ node, port, path, params }: Diagnostic, locale: Locale, messages: Messages): Record<string, string | number> {
  const texts = nodeTexts(String(params.type ?? ''), locale);
  const language = String(params.language ?? '');
  return {
    ...params,
    step: params.step ?? node ?? '',
    port: params.portName ?? texts.ports[port ?? ''] ?? port ?? '',
    field: fieldLabel(path ?? [], texts.fields),
    ...(typeof params.holds === 'string' ? { type: messages.types[params.holds] ?? params.holds } : {}),
    language: messages.languages[language.split('-')[0] ?? ''] ?? language,
  };
}

/** The label of the innermost place that has one: `options.0.label` → *Button*; the path itself when none has. */
function fieldLabel(path: readonly (string | number)[], fields: Record<string, { label: string }>): string {
  const names = path.filter((step) => typeof step === 'string');
  for (let length = names.length; length > 0; length -= 1) {
    const field = fields[names.slice(0, length).join('.')];
    if (field) return field.label;
  }
  return path.join('.');
}

function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
