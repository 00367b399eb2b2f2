import type { Translate } from '@/lib/i18n/translator';
import type { ZodError } from 'zod';

/** Where the first mistake in a file is, and what is wrong there. */
export function placeOf(error: ZodError, say: Translate): { place: string; detail: string } {
  const [issue] = error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  return { place: place === '' ? say('file.root') : place, detail: issue?.message ?? '' };
}
