import type { Json } from '@/flows/document/json';
import type { Locale, LocalizedText } from '@/flows/document/localized-text';

/**
 * What counts as an answer, as a compiled flow carries it. `min` and `max` are characters of a text or bounds of a
 * number, both inclusive, as `after` and `before` are of a date (`today`, or a day such as `2026-11-12`).
 */
export type AnswerRule =
  | { kind: 'text'; min?: number; max?: number }
  | { kind: 'email' }
  | { kind: 'number'; min?: number; max?: number; integer?: boolean }
  /** `country` (ISO 3166) is where a number without its country code is at home. */
  | { kind: 'phone'; country?: string }
  /** `zone` says when today ends: a name of flows/expressions/zone or an offset. */
  | { kind: 'date'; after?: string; before?: string; zone: string }
  /** `value` is the button's; `keys` are normalised wordings; `label` in the flow's first language is what is kept. */
  | { kind: 'choice'; options: { value: string; label: LocalizedText; keys: string[] }[] };

/** What may be told from besides the text: the pressed button, the moment, and the languages. */
export interface AnswerCircumstances {
  choice?: string;
  /** Epoch milliseconds. */
  now: number;
  /** The customer's language, which settles what `1,234` and `3/4/2026` mean. */
  language: Locale;
  /** The flow's, the default first. */
  languages: readonly Locale[];
}

/** `value` is what a variable keeps; `shown` how a person reads it, in every language it differs in. */
export type ParsedAnswer = { ok: true; value: Json; shown: LocalizedText } | { ok: false };
