import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FlowDocument } from '@/flows/document/flow-document';
import { parseDocument } from '@/flows/document/parse-document';
import { articleSchema, type Article } from '@/flows/knowledge/article';

export const LIBRARY = join(import.meta.dirname, '../../flows/library');

export interface LibraryFlow {
  name: string;
  file: string;
  document: FlowDocument;
}

/** Every flow of the library, by name. */
export function libraryFlows(): LibraryFlow[] {
  return readdirSync(LIBRARY)
    .filter((file) => file.endsWith('.flow.json'))
    .sort()
    .map((file) => {
      const parsed = parseDocument(JSON.parse(readFileSync(join(LIBRARY, file), 'utf8')));
      if (!parsed.ok) throw new Error(`${file} does not parse`);
      return { name: file.replace(/\.flow\.json$/, ''), file: join(LIBRARY, file), document: parsed.document };
    });
}

export function libraryArticles(): Article[] {
  return z.array(articleSchema).parse(JSON.parse(readFileSync(join(LIBRARY, 'articles.json'), 'utf8')));
}
