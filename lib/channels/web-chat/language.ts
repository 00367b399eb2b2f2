import type { IncomingMessage } from 'node:http';
import { languageSchema } from './wire';

/** The language a request asks for: `?language=`, else the first of Accept-Language; undefined when neither is one. */
export function askedLanguage(request: IncomingMessage, query: URLSearchParams): string | undefined {
  const wanted = query.get('language') ?? request.headers['accept-language']?.split(/[,;]/)[0];
  return languageSchema.safeParse(wanted?.trim()).data;
}

/** The connection's language that fits best: the same tag, else the same language, else its default. */
export function pickLanguage(languages: readonly string[], wanted: string | undefined): string {
  const base = (tag: string): string => tag.split('-')[0] ?? tag;
  const fitting = wanted === undefined ? undefined : languages.find((tag) => base(tag) === base(wanted));
  // The visitor's own tag is kept (fr-CA on a French connection): flows fall back from it by themselves.
  if (fitting !== undefined && wanted !== undefined) return wanted;
  return languages[0] ?? 'en';
}

/** The languages a connection speaks: those chosen for it that the workspace still has, else all of the workspace's. */
export function spoken(chosen: readonly string[], workspace: readonly string[]): string[] {
  const still = chosen.filter((language) => workspace.includes(language));
  return still.length > 0 ? still : [...workspace];
}
