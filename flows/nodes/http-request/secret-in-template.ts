import { checkTemplate, templateNames } from '@/flows/expressions/template';

/** A secret at the very end of a value, where it is put in when the request leaves: `Bearer {{ secrets.shop }}`. */
const AT_THE_END = /^([\s\S]*?)\{\{\s*secrets\.([a-z][a-z0-9_]{0,39})\s*\}\}\s*$/;

/** What stands before a secret, and its key. Undefined when the text does not end in one. */
export function secretInTemplate(source: string): { before: string; key: string } | undefined {
  const found = AT_THE_END.exec(source);
  return found?.[1] === undefined || found[2] === undefined ? undefined : { before: found[1], key: found[2] };
}

/** Why a template cannot stand here: it cannot be read, or it names secrets where none may stand. Null when it can. */
export function templateProblem(source: string): 'bad-request-value' | 'secret-outside' | null {
  if (!checkTemplate(source).ok) return 'bad-request-value';
  return templateNames(source).includes('secrets') ? 'secret-outside' : null;
}
