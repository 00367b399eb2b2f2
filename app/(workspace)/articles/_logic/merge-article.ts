import type { ArticleContent } from '@/flows/knowledge/article';
import { sameJson } from '../../flows/[flowId]/_editor/same-json';

/** One part of an article that both have changed: `title.fr`, `answer.fr`, `phrasings.fr`, `tags` or `validity`. */
export interface Clash {
  part: string;
  mine: ArticleContent;
  theirs: ArticleContent;
}

/**
 * What was written here and what somebody else saved meanwhile, together. Of a part that only one has changed, that
 * change stands; where both did, ours stands for now and the part is among the clashes.
 */
export function mergeArticle(base: ArticleContent, mine: ArticleContent, theirs: ArticleContent): { content: ArticleContent; clashes: Clash[] } {
  let content = mine;
  const clashes: Clash[] = [];
  for (const part of partsOf(base, mine, theirs)) {
    if (sameJson(partOf(theirs, part), partOf(base, part)) || sameJson(partOf(theirs, part), partOf(mine, part))) continue;
    if (sameJson(partOf(mine, part), partOf(base, part))) content = takePart(content, theirs, part);
    else clashes.push({ part, mine, theirs });
  }
  return { content, clashes };
}

/** `into` with one part as it is in `from`. */
export function takePart(into: ArticleContent, from: ArticleContent, part: string): ArticleContent {
  if (part === 'tags') return { ...into, tags: from.tags };
  if (part === 'validity') return { ...into, validFrom: from.validFrom, validTo: from.validTo };
  const [name, language = ''] = part.split('.') as ['title' | 'answer' | 'phrasings', string?];
  const { [language]: _gone, ...others } = into[name] as Record<string, unknown>;
  const taken = (from[name] as Record<string, unknown>)[language];
  return { ...into, [name]: taken === undefined ? others : { ...others, [language]: taken } };
}

function partOf(content: ArticleContent, part: string): unknown {
  if (part === 'tags') return content.tags;
  if (part === 'validity') return [content.validFrom, content.validTo];
  const [name, language = ''] = part.split('.') as ['title' | 'answer' | 'phrasings', string?];
  return content[name][language] ?? (name === 'phrasings' ? [] : '');
}

function partsOf(...contents: ArticleContent[]): string[] {
  const languages = new Set(contents.flatMap(({ title, answer, phrasings }) => [title, answer, phrasings].flatMap((texts) => Object.keys(texts))));
  return [...[...languages].flatMap((language) => ['title', 'answer', 'phrasings'].map((name) => `${name}.${language}`)), 'tags', 'validity'];
}
