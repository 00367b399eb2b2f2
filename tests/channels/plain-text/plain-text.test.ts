import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flowDocumentSchema } from '@/flows/document/flow-document';
import { simulate } from '@/flows/simulator/simulate';
import type { ScriptEvent } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';
import type { ChannelRequest, Option } from '@/lib/channels/channel-port';
import { PLAIN_TEXT_CAPABILITIES, plainTextConnector as connector } from './plain-text.connector';

const SECRET = 'carrier secret';
const flow = flowDocumentSchema.parse(JSON.parse(readFileSync(new URL('../../../flows/library/customer-service.flow.json', import.meta.url), 'utf8')));

function request(form: Record<string, string>, secret = SECRET): ChannelRequest {
  const body = Buffer.from(new URLSearchParams(form).toString());
  return { method: 'POST', url: '/channels/plain-text', body, headers: { 'x-signature': createHmac('sha256', secret).update(body).digest('hex') } };
}

/** A telephone: what it sends goes through the connector into the demo flow, what the flow says comes back as texts. */
function telephone(language: string) {
  const events: ScriptEvent[] = [];
  let offered: Option[] = [];
  let heard = 0;
  let played: Transcript | undefined;
  return {
    transcript: () => played,
    send(text: string): string[] {
      const incoming = request({ from: '+33 6 00 00 00 00', id: `sms-${events.length}`, text });
      expect(connector.verify(incoming, SECRET)).toEqual({ ok: true });
      const parsed = connector.parse(incoming);
      const event = parsed.ok ? parsed.events[0] : undefined;
      if (event?.kind !== 'message') throw new Error('not a message');
      const meant = connector.interpret(event, offered);
      events.push(meant.choice === undefined ? { say: meant.text } : { press: meant.choice });
      played = simulate(flow, { language, events });
      const said = played.entries.slice(heard).filter((entry) => entry.from === 'assistant' && entry.text !== undefined);
      heard = played.entries.length;
      offered = said.findLast(({ options }) => options !== undefined)?.options ?? [];
      return said.flatMap(({ text = '', options }) => connector.render({ language, parts: [{ kind: 'text', text }], ...(options ? { options } : {}) }));
    },
  };
}

describe('a channel without buttons runs the demo flow', () => {
  test.each(['fr', 'en'])('numbers are offered and understood, to the advisor, in %s', (language) => {
    const phone = telephone(language);
    const welcome = phone.send('bonjour').join('\n');
    const labels = [...welcome.matchAll(/^(\d+)\. (.+)$/gm)];
    expect(labels.length).toBeGreaterThan(1);
    expect(labels.map(([, number]) => Number(number))).toEqual(labels.map((_label, index) => index + 1));

    const stage = phone.send(' 2. ').join('\n');
    expect(phone.transcript()?.path.some(({ port }) => port === 'option:refund')).toBe(true);
    expect(stage).toMatch(/^3\. /m);
    const answer = phone.send('2)').join('\n');
    expect([...answer.matchAll(/^(\d+)\. (.+)$/gm)]).toHaveLength(2);

    expect(phone.transcript()?.effects.map(({ kind }) => kind)).not.toContain('handoff.request');
    phone.send('2');
    expect(phone.transcript()?.effects.map(({ kind }) => kind)).toContain('handoff.request');
  });

  test('a label works as well as its number, and nonsense is asked again with the numbers', () => {
    const phone = telephone('fr');
    phone.send('bonjour');
    expect(phone.send('quarante-deux').join('\n')).toMatch(/^1\. /m);
    phone.send('retour et remboursement');
    expect(phone.transcript()?.path.some(({ port }) => port === 'option:refund')).toBe(true);
  });

  test('no text is longer than the channel takes', () => {
    const phone = telephone('fr');
    for (const text of [...phone.send('bonjour'), ...phone.send('2'), ...phone.send('2'), ...phone.send('2')]) expect(text.length).toBeLessThanOrEqual(PLAIN_TEXT_CAPABILITIES.textMax);
  });
});

describe('what the carrier sends', () => {
  test('a wrong signature is refused', () => {
    expect(connector.verify(request({ from: '+336', id: '1', text: 'a' }, 'another'), SECRET)).toEqual({ ok: false, code: 'invalid-signature' });
    const signed = request({ from: '+336', id: '1', text: 'a' });
    expect(connector.verify({ ...signed, body: Buffer.from('from=%2B337&id=1&text=a') }, SECRET).ok).toBe(false);
    expect(connector.verify({ ...signed, headers: {} }, SECRET).ok).toBe(false);
  });

  test('a body without its fields is refused by the field’s name', () => {
    expect(connector.parse(request({ from: '+336', text: 'a' }))).toEqual({ ok: false, code: 'invalid-body', detail: 'id' });
  });
});
