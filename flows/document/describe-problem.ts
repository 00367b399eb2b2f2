import type { Locale } from './localized-text';
import en from './messages/en.json';
import fr from './messages/fr.json';
import type { DocumentProblem } from './parse-document';

/** A problem in words: what is wrong and where, and what to do. English for a language Relais is not translated into. */
export function describeProblem({ code, path, params }: DocumentProblem, locale: Locale): { sentence: string; fix: string } {
  const messages = locale.split('-')[0] === 'fr' ? fr : en;
  const values: Record<string, string | number> = { ...params, path: path === '' ? messages.wholeDocument : path };
  const unit = params.unit as keyof typeof messages.units | undefined;
  if (unit !== undefined) values.unit = messages.units[unit];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const { sentence, fix } = messages.problems[code];
  return { sentence: fill(sentence), fix: fill(fix) };
}
