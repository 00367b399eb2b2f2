import { z } from 'zod';

const emailSchema = z.email().max(254);

/**
 * The e-mail address in a text, its domain in lower case; undefined when there is none, or more than one. People write
 * « mon adresse : claire@exemple.fr. » where a form would have had a field.
 */
export function parseEmail(text: string): string | undefined {
  const words = text.normalize('NFKC').split(/[\s,;<>()"«»“”]+/).map((word) => word.replace(/^(mailto:)?['’.:]*|['’.:!?]+$/gi, ''));
  const found = [...new Set(words.filter((word) => word.includes('@')).map(lowerDomain))];
  const [only] = found;
  return found.length === 1 && emailSchema.safeParse(only).success ? only : undefined;
}

function lowerDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
