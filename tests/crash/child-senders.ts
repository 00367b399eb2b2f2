import { PermanentError, type Sender } from '@/lib/runtime/dispatch-outbox';

/** The channel whose messages leave through the outbox to the test provider. */
export const CHANNEL = 'test-provider';

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
