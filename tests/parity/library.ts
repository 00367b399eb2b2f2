import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { FlowDocument } from '@/flows/document/flow-document';
import { parseDocument } from '@/flows/document/parse-document';
import { articleSchema, type Article } from '@/flows/knowledge/article';

const LIBRARY = join(import.meta.dirname, '../../flows/library');

export interface LibraryFlow {
  name: string;
  file: string;
  document: FlowDocument;
}

/** Every flow of the library by name, and one that has a step of each type that asks, decides, waits or remembers. */
export function libraryFlows(): LibraryFlow[] {
  const library = readdirSync(LIBRARY)
    .filter((file) => file.endsWith('.flow.json'))
    .sort()
    .map((file) => join(LIBRARY, file));
  return [...library, join(import.meta.dirname, '../interpreter/memory.flow.json')].map((file) => {
    const parsed = parseDocument(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.ok) throw new Error(`${file} does not parse`);
    return { name: basename(file, '.flow.json'), file, document: parsed.document };
  });
}

/** The articles that all of them search. */
export const ARTICLES = join(LIBRARY, 'articles.json');

export function libraryArticles(): Article[] {
  return z.array(articleSchema).parse(JSON.parse(readFileSync(ARTICLES, 'utf8')));
}
