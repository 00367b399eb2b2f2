import { isDeepStrictEqual } from 'node:util';
import { groupBy } from './group-by';
import type { ConversationRows, RowOf } from './database';
import type { ProviderCall } from './evidence';
import type { Report } from './problems';

const MESSAGE = 'message.send';

/** Each effect reached its provider under one key with one content, took effect once, and a conversation's messages in order. */
export function checkProvider(conversations: readonly ConversationRows[], calls: readonly ProviderCall[], report: Report): void {
  const byKey = groupBy(calls, ({ key }) => key);
  const byConversation = groupBy(calls, ({ conversationId }) => conversationId);
  const effects = new Map(conversations.flatMap(({ outbox }) => outbox.map((row) => [row.id, row] as const)));
  for (const [key, same] of byKey) {
    const effect = effects.get(key);
    if (!effect) report('no doubles', key, `the provider was asked ${same.length} times for an effect that does not exist`);
    else if (same.some((call) => !isOf(effect, call) || call.content !== same[0]?.content)) report('no doubles', key, 'the provider got something else under this key');
  }
  for (const effect of effects.values()) checkEffect(effect, byKey.get(effect.id) ?? [], report);
  for (const { name, conversation } of conversations) checkOrder(name, byConversation.get(conversation.id) ?? [], effects, report);
}

/** A message reaches its provider as it is stored; of a request, only its answer's reader knows the form. */
function isOf({ kind, payload }: RowOf<'Outbox'>, call: ProviderCall): boolean {
  return call.kind === kind && (kind !== MESSAGE || isDeepStrictEqual(JSON.parse(call.content), JSON.parse(payload)));
}

function checkEffect({ id, state, kind }: RowOf<'Outbox'>, calls: readonly ProviderCall[], report: Report): void {
  const took = calls.filter(({ outcome }) => outcome === 'accepted').length;
  if (took > 1) report('no doubles', id, `took effect ${took} times`);
  if (state === 'done' && took === 0) report('nothing lost', id, 'done, and the provider never took it');
  // A request may be given up while its answers are lost; nobody waits long enough for eight attempts of it.
  if (state === 'dead' && kind === MESSAGE && took > 0) report('nothing lost', id, 'given up, and the provider took it');
}

function checkOrder(name: string, calls: readonly ProviderCall[], effects: ReadonlyMap<string, RowOf<'Outbox'>>, report: Report): void {
  let last = 0;
  const contents = new Set<string>();
  for (const { key, kind, content, outcome } of calls) {
    if (kind !== MESSAGE || outcome !== 'accepted') continue;
    const { messageSeq } = JSON.parse(content) as { messageSeq: number };
    if (contents.has(String(messageSeq))) report('no doubles', name, `the customer got message ${messageSeq} under two keys, the second ${key}`);
    contents.add(String(messageSeq));
    const seq = effects.get(key)?.seq ?? 0;
    if (seq > 0 && seq < last) report('order', name, `the customer got effect ${seq} after ${last}`);
    last = Math.max(last, seq);
  }
}
