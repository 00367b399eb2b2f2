import { localeSchema } from '@/flows/document/localized-text';
import { KEY } from '@/lib/settings/free-key';
import { z } from 'zod';

/** A row's id as this program makes them. Longer or stranger ones are refused before any lookup. */
export const idInput = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A client-made key that makes a repeated command the same command. */
export const keyInput = z.uuid();

/** What an agent writes: 1 to 4096 characters; whether anything of it is visible is the use case's question. */
export const textInput = z.string().min(1).max(4096);

/** What flows call a skill, a queue or a calendar by. */
export const referenceKeyInput = z.string().regex(KEY);

/** A name that people read, in one language at least. */
export const nameTextInput = z.record(localeSchema, z.string().trim().max(80)).refine((text) => Object.values(text).some((words) => words !== ''));

/** A language an author may add. */
export const languageInput = localeSchema.max(35);
