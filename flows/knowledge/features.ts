import type { LanguageRules } from './languages/language-rules';

/** How often each feature occurs in a text, by kind. Keys are distinct across kinds. */
export interface Features {
  words: Map<string, number>;
  pairs: Map<string, number>;
  pieces: Map<string, number>;
}

const PIECE_LENGTHS = [2, 3, 4];

/** Stems, neighbouring stems and pieces of words (with their borders): the pieces find forms and misspellings. */
export function featuresOf(words: readonly string[], rules: LanguageRules): Features {
  const features: Features = { words: new Map(), pairs: new Map(), pieces: new Map() };
  let previous: string | undefined;
  for (const word of words) {
    const stem = rules.stem(word);
    count(features.words, stemKey(stem));
    if (previous !== undefined) count(features.pairs, `2${previous} ${stem}`);
    previous = stem;
    const bordered = ` ${word} `;
    for (const length of PIECE_LENGTHS) {
      for (let start = 0; start + length <= bordered.length; start += 1) count(features.pieces, `3${bordered.slice(start, start + length)}`);
    }
  }
  return features;
}

export function stemKey(stem: string): string {
  return `1${stem}`;
}

function count(features: Map<string, number>, key: string): void {
  features.set(key, (features.get(key) ?? 0) + 1);
}
