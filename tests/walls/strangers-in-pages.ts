import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Words of the server that no minifier changes: SQL, tables, files, packages. Each must stand in the program, so that it is known to be one. */
export const SERVER_WORDS = ['BEGIN IMMEDIATE', '_prisma_migrations', 'journal_mode', 'InboundEvent', 'StepLog', 'auth-secret', 'PrismaClient', 'libsql', 'better-auth'];

/** A source file of ours in a source map, but not of the design system or the languages. */
const OWN_SERVER_SOURCE = /(?:^|\/)(?:lib\/(?!ui\/|i18n\/)|prisma\/)/;

/** What of the server got into a folder of built pages: words in code, and files that source maps name. */
export function strangersIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    if (name.endsWith('.js')) {
      const code = readFileSync(join(folder, name), 'utf8');
      return SERVER_WORDS.filter((word) => code.includes(word)).map((word) => `${relative('.', name)}: ${word}`);
    }
    return name.endsWith('.js.map') ? serverSources(join(folder, name)) : [];
  });
}

function serverSources(file: string): string[] {
  const map = JSON.parse(readFileSync(file, 'utf8')) as { sources?: string[]; sections?: { map: { sources: string[] } }[] };
  const sources = [...(map.sources ?? []), ...(map.sections ?? []).flatMap((section) => section.map.sources)];
  return sources.filter((source) => !/node_modules\/|turbopack/.test(source) && OWN_SERVER_SOURCE.test(source));
}

/** Every source of ours that the maps name: if there were none, the maps would say nothing about strangers. */
export function ownSourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js.map')).flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/"(?:\.\.\/)+(?:app|lib|flows)\/[^"]+"/g) ?? []);
}
