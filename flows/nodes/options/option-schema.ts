import { z } from 'zod';
import { durationSchema } from '@/flows/document/duration';
import { localeSchema, localizedListSchema } from '@/flows/document/localized-text';

/** The words on a button, per language. Plain text, never a template: what is shown is what can be typed. */
export const optionLabelSchema = z.record(localeSchema, z.string().max(80)).meta({ field: 'localized-text' });

/** An option whose meaning the step fixes, such as *close* of an auto-reply. */
export const fixedOptionSchema = z.strictObject({ label: optionLabelSchema, synonyms: localizedListSchema }).meta({ field: 'group' });
export type FixedOption = z.infer<typeof fixedOptionSchema>;

/** An option the author adds; `id` names its port `option:<id>` and never changes when the label does. */
export const authorOptionSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/).meta({ field: 'hidden' }),
  label: optionLabelSchema,
  synonyms: localizedListSchema,
});

/** What to do when the customer stays silent; null waits for ever. */
export const noReplySchema = z
  .strictObject({ after: durationSchema })
  .meta({ field: 'group' })
  .nullable();
export type NoReply = z.infer<typeof noReplySchema>;
