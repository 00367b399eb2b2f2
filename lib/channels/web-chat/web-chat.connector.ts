import type { ChannelConnector, ChannelMessage, ChannelRequest, Parsed } from '../channel-port';
import { degrade } from '../degrade';
import { WEB_CHAT_CAPABILITIES } from './capabilities';
import { cleanText } from './clean-text';
import { readVisitorToken } from './visitor-token';
import { messageBodySchema, type WireContent } from './wire';

/** The web chat's connector. `now` comes in because tokens end; everything else is the request. */
export function webChatConnector(now: () => number): ChannelConnector<WireContent> {
  return {
    channel: 'web-chat',
    capabilities: WEB_CHAT_CAPABILITIES,
    /** `secret` is the connection's own (see `connectionSecret`): a token is good where it was given, and nowhere else. */
    verify(request, secret) {
      const token = bearer(request);
      if (token === undefined) return { ok: false, code: 'missing-token' };
      const claims = readVisitorToken(secret, token, now());
      return claims ? { ok: true, sender: claims.visitorId, language: claims.language } : { ok: false, code: 'invalid-token' };
    },
    parse: (request, sender) => parseMessage(request.body, sender ?? ''),
    render(content) {
      const { texts, buttons } = degrade(content, WEB_CHAT_CAPABILITIES);
      return [{ parts: texts.map((text) => ({ kind: 'text' as const, text })), ...(buttons.length > 0 ? { options: buttons } : {}) }];
    },
    // Buttons carry their value: there is nothing to guess. A written answer is matched by the flow itself.
    interpret: ({ id, text, choice }) => ({ id, text, ...(choice ? { choice: choice.value } : {}) }),
  };
}

/** The token of an `Authorization: Bearer` header. */
export function bearer(request: Pick<ChannelRequest, 'headers'>): string | undefined {
  const match = /^Bearer +(\S+)$/i.exec(request.headers['authorization'] ?? '');
  return match?.[1];
}

function parseMessage(bytes: Uint8Array, externalId: string): Parsed {
  const json = parseJson(bytes);
  if (json === undefined) return { ok: false, code: 'invalid-json' };
  const body = messageBodySchema.safeParse(json.value);
  if (!body.success) return { ok: false, code: 'invalid-body', detail: body.error.issues[0]?.path.join('.') ?? '' };
  const { id, choice } = body.data;
  const text = cleanText(body.data.text ?? choice?.label ?? '');
  if (!text.ok) return { ok: false, code: text.code, detail: body.data.text === undefined ? 'choice.label' : 'text' };
  const message: ChannelMessage = { kind: 'message', externalId, id: id.toLowerCase(), text: text.text, ...(choice ? { choice } : {}) };
  return { ok: true, events: [message] };
}

/** JSON in valid UTF-8; undefined when it is not. */
export function parseJson(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return undefined;
  }
}
