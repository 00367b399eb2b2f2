import { z } from 'zod';

/** BCP 47, as flows write it. */
export const languageSchema = z.string().max(35).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** POST /visitors */
export const visitorBodySchema = z.object({ language: languageSchema.optional() });

/** POST /messages: a text, or a pressed button, or both (the text then is what was written beside it). */
export const messageBodySchema = z
  .object({
    id: z.uuid(),
    text: z.string().optional(),
    choice: z.object({ value: z.string().min(1).max(200), label: z.string().max(200) }).optional(),
  })
  .refine((body) => body.text !== undefined || body.choice !== undefined, { path: ['text'] });

/** POST /typing */
export const typingBodySchema = z.object({ active: z.boolean() });

const seqSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** POST /receipts: sequences up to which messages have arrived and were read. */
export const receiptsBodySchema = z
  .object({ delivered: seqSchema.optional(), read: seqSchema.optional() })
  .refine((body) => body.delivered !== undefined || body.read !== undefined, { path: ['delivered'] });

/** `?after=`, a sequence. */
export const afterSchema = z.string().regex(/^\d{1,15}$/).transform(Number);

export type WireAuthor = 'customer' | 'assistant' | 'agent' | 'system';

/** What a message says: the part of it that a connector renders. */
export interface WireContent {
  parts: { kind: 'text'; text: string }[];
  options?: { value: string; label: string }[];
}

/** A message as a widget gets it. `id` of a customer's message is the id she sent it with. */
export interface WireMessage extends WireContent {
  seq: number;
  id: string;
  from: WireAuthor;
  /** First name of the advisor, when `from` is `agent`. */
  agentName?: string;
  agentInitials?: string;
  /** BCP 47 language of the text. */
  language: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface WireAgent {
  name: string;
  initials: string;
}

/** `new`: she has not written yet. `closed`: the next message reopens the conversation. */
export interface WireState {
  owner: 'bot' | 'queued' | 'agent' | 'closed';
  agent: WireAgent | null;
  status: 'new' | 'open' | 'closed';
}

/** Sequences: up to where the customer received, up to where she read, up to where an advisor has seen. */
export interface WireReceipts {
  delivered: number;
  read: number;
  seen: number;
}

/** GET /conversation. `cursor` is what to ask `after` next; `more` says that there is more right now. */
export interface WireConversation {
  messages: WireMessage[];
  state: WireState;
  receipts: WireReceipts;
  cursor: number;
  more: boolean;
}

/** GET /config */
export interface WireConfig {
  name: string;
  languages: string[];
  language: string;
  texts: Record<string, string>;
  theme: {
    logo: string | null;
    /** The corner of the page it stands in. */
    side: 'left' | 'right';
    /** Values of the widget's colour variables; null for its own. */
    colours: { light: Record<string, string>; dark: Record<string, string> } | null;
  };
}
