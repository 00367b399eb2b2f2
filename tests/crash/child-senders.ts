import { systemClock } from '@/lib/clock';
import { allowedHosts } from '@/lib/runtime/effects/http-request/allowed-hosts';
import { createHttpClient, type HttpClient } from '@/lib/runtime/effects/http-request/http-client';
import { PermanentError } from '@/lib/runtime/effects/effect-errors';
import type { Sender } from '@/lib/runtime/effects/message-send';

/** The channel whose messages leave through the outbox to the test provider. */
export const CHANNEL = 'test-provider';

/** What flows call the test provider; it stands in the own house, so the child allows it. */
export const PROVIDER_HOST = 'provider.test';

/** The program's own client, with a name of the test's. */
export function providerClient(url: string): HttpClient {
  return createHttpClient({
    clock: systemClock,
    allowed: allowedHosts([{ host: PROVIDER_HOST, port: Number(new URL(url).port) }]),
    secretOf: async () => null,
    resolve: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
  });
}

/** Patience with a provider that does not answer. */
const TIMEOUT_MS = 5000;

/** What a connector does: carries an effect to its provider under the effect's id. */
export function providerSender(url: string): Sender {
  return async ({ id, kind, payload }) => {
    const answer = await fetch(`${url}/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify(payload),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.arrayBuffer();
    if (answer.status === 422) throw new PermanentError('rejected', 'the provider rejected it');
    if (!answer.ok) throw new Error(`the provider answered ${answer.status}`);
  };
}
