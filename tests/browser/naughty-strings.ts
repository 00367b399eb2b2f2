import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The big list of naughty strings stands beside the checkout where this is built; elsewhere there is nothing to run. */
export const NAUGHTY_FILE = resolve('..', 'shared', 'data', 'text', 'blns.json');

/** Null where the list is missing. */
export function naughtyStrings(): string[] | null {
  return existsSync(NAUGHTY_FILE) ? (JSON.parse(readFileSync(NAUGHTY_FILE, 'utf8')) as string[]) : null;
}

/** Whether a person can see anything of it; judged here by other means than the program's own. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u.test(text.replace(/[\u115f\u1160\u2800\u3164\uffa0]/g, ''));
}

/** A text as it must be kept and shown: itself, without NUL and without blank ends. */
export function asKept(text: string): string {
  return text.replaceAll('\u0000', '').replace(/^[\s\p{Cc}\u200b\u2060\ufeff]+|[\s\p{Cc}\u200b\u2060\ufeff]+$/gu, '');
}

/** `count` strings spread over the list; two in three are such as want to be executed. */
export function naughtySample(strings: readonly string[], count: number): string[] {
  const visible = strings.filter((text) => isVisible(text) && asKept(text).length < 1000);
  const code = visible.filter((text) => /[<>{}]|javascript:|alert\(/i.test(text));
  const plain = visible.filter((text) => !code.includes(text));
  const spread = (all: readonly string[], wanted: number): string[] => all.filter((_, at) => Math.floor((at * wanted) / all.length) !== Math.floor(((at - 1) * wanted) / all.length));
  return [...spread(code, Math.ceil((count * 2) / 3)), ...spread(plain, Math.floor(count / 3))];
}
