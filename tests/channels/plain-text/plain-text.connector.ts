import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelCapabilities, ChannelConnector } from '@/lib/channels/channel-port';
import { degrade } from '@/lib/channels/degrade';
import { readNumber } from '@/lib/channels/read-number';

/** What a text message can do: 160 characters, no buttons. */
export const PLAIN_TEXT_CAPABILITIES: ChannelCapabilities = {
  maxButtons: 0, labelMax: 0, listMax: 0, textMax: 160, receipts: [], typing: false, media: null, windowHours: null,
};

/**
 * A carrier of text messages, as they are: a form body signed with HMAC-SHA256 over its raw bytes.
 * It exists to show that the port holds a channel unlike the web chat.
 */
export const plainTextConnector: ChannelConnector<string> = {
  channel: 'plain-text',
  capabilities: PLAIN_TEXT_CAPABILITIES,
  verify(request, secret) {
    const given = Buffer.from(request.headers['x-signature'] ?? '', 'hex');
    const expected = createHmac('sha256', secret).update(request.body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected) ? { ok: true } : { ok: false, code: 'invalid-signature' };
  },
  parse(request) {
    const form = new URLSearchParams(new TextDecoder().decode(request.body));
    const [from, id, text] = [form.get('from'), form.get('id'), form.get('text')];
    if (!from || !id || text === null) return { ok: false, code: 'invalid-body', detail: !from ? 'from' : !id ? 'id' : 'text' };
    return { ok: true, events: [{ kind: 'message', externalId: from, id, text }] };
  },
  render: (content) => degrade(content, PLAIN_TEXT_CAPABILITIES).texts,
  interpret({ id, text }, offered) {
    const choice = readNumber(text, offered);
    return { id, text, ...(choice ? { choice: choice.value } : {}) };
  },
};
