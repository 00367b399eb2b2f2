import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { LOCALES, messagesFor, NAMESPACES, type MessageTree } from './messages';

describe.each(NAMESPACES)('texts of %s', (namespace) => {
  const texts = new Map(LOCALES.map((locale) => [locale, flatten(messagesFor(locale, [namespace])[namespace] ?? {})]));

  test('every language has the same keys', () => {
    const [first, ...others] = [...texts.values()].map((entries) => [...entries.keys()].sort());
    for (const keys of others) expect(keys).toEqual(first);
  });

  test.each(LOCALES)('no text is empty and every one is a valid message, %s', (locale) => {
    for (const [key, text] of texts.get(locale) ?? []) {
      expect(text.trim(), key).not.toBe('');
      expect(() => parse(text, { captureLocation: false }), `${key}: ${text}`).not.toThrow();
    }
  });

  test('a text takes the same values in every language', () => {
    const [[, reference] = [], ...others] = [...texts];
    for (const [locale, entries] of others) {
      for (const [key, text] of entries) expect(valuesOf(text), `${locale} ${key}`).toEqual(valuesOf(reference?.get(key) ?? ''));
    }
  });

  test('French uses narrow no-break spaces and typographic apostrophes', () => {
    for (const [key, text] of texts.get('fr') ?? []) {
      const prose = text.replaceAll(/\{[^{}]*,\s*(plural|select)[^{}]*/g, '');
      // A colon or a question mark inside an address, a time or a code is not punctuation.
      expect(prose, `${key}: a space that may break, or none, before ? ! ; or :`).not.toMatch(/[\p{L}\d)}»][ \u00a0]?[?!;:](?=\s|$)/u);
      expect(prose, `${key}: guillemets`).not.toMatch(/«(?!\u202f)|(?<!\u202f)»/u);
      expect(prose, `${key}: apostrophe`).not.toMatch(/\p{L}'\p{L}/u);
    }
  });
});

function flatten(tree: MessageTree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** Names of the values a message takes, without plural forms: languages differ in those. */
function valuesOf(text: string): string[] {
  const names = new Set<string>();
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type !== 0 && element.type !== 7) names.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
      if ('children' in element) visit(element.children);
    }
  };
  visit(parse(text));
  return [...names].sort();
}
