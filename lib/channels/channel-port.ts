import type { InboundMessage, OutboundContent } from '@/flows/engine/engine-types';

/** What a channel can tell about an outgoing message, in the order it happens. */
export type ReceiptStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** What a channel can show and do. Plain data: one record per channel, narrowed by a connection where its account allows less. */
export interface ChannelCapabilities {
  /** Buttons under one message; 0 when the channel has none: options then become numbered lines. */
  maxButtons: number;
  /** Characters of a button's label; longer ones are cut with an ellipsis. */
  labelMax: number;
  /** Rows of a list that opens, or 0. */
  listMax: number;
  /** Characters of one text; a longer one is sent in several. */
  textMax: number;
  receipts: readonly ReceiptStatus[];
  /** Whether the channel can show that someone writes. */
  typing: boolean;
  /** Files the channel takes, or null. `maxBytes` is per file. */
  media: { mime: readonly string[]; maxBytes: number } | null;
  /** Hours after the customer's last message during which a free text may be sent; null when there is no limit. */
  windowHours: number | null;
}

/** An HTTP request as it came: `body` is the raw bytes, because signatures are computed over them. */
export interface ChannelRequest {
  method: string;
  /** Path and query, as received. */
  url: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
}

/** `sender` and `language` are what the proof itself names, on channels where it does (a visitor's token). */
export type Verification = { ok: true; sender?: string; language?: string } | { ok: false; code: string };

/** Something that happened on the channel, in the words of Relais. `externalId` is the customer's identity there. */
export type ChannelEvent =
  | ChannelMessage
  | { kind: 'receipt'; externalId: string; status: ReceiptStatus; messageId: string }
  | { kind: 'typing'; externalId: string; active: boolean }
  | { kind: 'left'; externalId: string };

/** `id` is the channel's own id of the message: the same one again is the same message. */
export interface ChannelMessage {
  kind: 'message';
  externalId: string;
  id: string;
  text: string;
  /** The pressed button, as this connector rendered it. */
  choice?: { value: string; label: string };
}

/** `detail` names the place: a field of the body. It is for the sender's developer, never shown to a customer. */
export type Parsed = { ok: true; events: readonly ChannelEvent[] } | { ok: false; code: string; detail?: string };

export type Option = NonNullable<OutboundContent['options']>[number];

/**
 * A channel's connector. It stands alone: no database, no clock, no other connector.
 * `Wire` is one outgoing message in the channel's own shape.
 *
 * Order of use on the way in: `verify` on the raw bytes, `parse`, then per message `interpret`;
 * on the way out: `render`.
 */
export interface ChannelConnector<Wire> {
  readonly channel: string;
  readonly capabilities: ChannelCapabilities;
  /** Is this request really the channel's? Compares in constant time. Never throws. */
  verify(request: ChannelRequest, secret: string): Verification;
  /** The events of a verified request. `sender` is what `verify` found. Never throws: a bad body is a code. */
  parse(request: ChannelRequest, sender?: string): Parsed;
  /** A message of Relais as the channel's own messages, within its capabilities; several when one does not hold it. */
  render(content: OutboundContent): readonly Wire[];
  /** What the customer meant. `offered` are the options she saw last, in their order; empty when there were none. */
  interpret(message: ChannelMessage, offered: readonly Option[]): InboundMessage;
}
