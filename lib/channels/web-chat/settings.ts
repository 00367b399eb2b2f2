import { z } from 'zod';
import { languageSchema } from './wire';

/** `https://www.example.com`, as a browser sends it: no path, no trailing slash. */
const originSchema = z.string().max(200).refine((text) => {
  try {
    const { protocol, origin } = new URL(text);
    return (protocol === 'https:' || protocol === 'http:') && origin === text;
  } catch {
    return false;
  }
});

/** Six hexadecimal digits. */
const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/);

/** An image small enough to travel with every configuration: the settings page draws it at 96 × 96. */
const logoSchema = z.string().max(48_000).regex(/^(https:\/\/|data:image\/(png|jpeg|webp);base64,)/);

const wordsSchema = z.record(languageSchema, z.string().max(400));

/** What the settings column of a web-chat connection holds. Everything has a default: an old row is a valid one. */
export const webChatSettingsSchema = z.object({
  /** What customers read at the top; the workspace's name when missing. */
  name: z.string().min(1).max(60).optional(),
  logo: logoSchema.nullish().transform((logo) => logo ?? null),
  enabled: z.boolean().default(true),
  /** Null is the widget's own green. */
  accent: colourSchema.nullable().default(null),
  side: z.enum(['left', 'right']).default('right'),
  /** The line that greets, and the one below it; the widget's own where a language has none. */
  greeting: wordsSchema.default({}),
  greetingHelp: wordsSchema.default({}),
  /** Those of the workspace's languages it speaks, the default first; empty is all of them. */
  languages: z.array(languageSchema).max(50).default([]),
  /** Sites that may carry it; empty is every site. */
  sites: z.array(originSchema).max(50).default([]),
});
export type WebChatSettings = z.output<typeof webChatSettingsSchema>;

/** Reads the column. Lenient: a value that is none any more counts as missing, so that a chat never dies of one. */
export function readWebChatSettings(json: string): WebChatSettings {
  const stored: unknown = JSON.parse(json);
  const whole = webChatSettingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const entries = Object.entries(typeof stored === 'object' && stored !== null ? stored : {});
  return webChatSettingsSchema.parse(Object.fromEntries(entries.filter(([key, value]) => webChatSettingsSchema.safeParse({ [key]: value }).success)));
}
