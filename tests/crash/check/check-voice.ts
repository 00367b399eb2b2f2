import { groupBy } from './group-by';
import type { ConversationRows } from './database';
import type { ProviderCall } from './evidence';
import type { Report } from './problems';

/** Bot, queue or agent: what the assistant said under an older epoch did not leave any more, and it is silent while an agent holds. */
export function checkVoice({ name, events, messages, outbox, conversation }: ConversationRows, calls: readonly ProviderCall[], report: Report): void {
  let epoch = 0;
  for (const event of events) {
    if (event.epoch < epoch) report('one voice', name, `event ${event.seq} of epoch ${event.epoch} after ${epoch}`);
    epoch = event.epoch;
  }
  if (epoch > conversation.epoch) report('one voice', name, `the conversation is at epoch ${conversation.epoch}, its log at ${epoch}`);

  const acceptances = events.filter(({ type }) => type === 'accepted');
  for (const accepted of acceptances) {
    const until = events.find(({ seq, type }) => seq > accepted.seq && (type === 'released' || type === 'closed'))?.messageSeq ?? Infinity;
    const intruder = messages.find(({ seq, author }) => author === 'bot' && seq > accepted.messageSeq && seq <= until);
    if (intruder) report('one voice', name, `the assistant wrote message ${intruder.seq} while an agent held the conversation`);
  }

  const byKey = groupBy(calls, ({ key }) => key);
  for (const { id, epoch: said, payload, markedAt, state } of outbox) {
    if ((JSON.parse(payload) as { author?: string }).author !== 'bot') continue;
    const overtaken = acceptances.find((accepted) => accepted.epoch > said);
    if (state === 'dropped' && conversation.epoch <= said) report('one voice', `${name} ${id}`, 'dropped, and nobody had taken over');
    if (!overtaken) continue;
    if (markedAt !== null && markedAt > overtaken.at) report('one voice', `${name} ${id}`, `of epoch ${said} was handed out ${markedAt - overtaken.at} ms after an agent had accepted`);
    // One may have been on its way when the agent accepted.
    const late = (byKey.get(id) ?? []).filter(({ at }) => at > overtaken.at).length;
    if (late > 1) report('one voice', `${name} ${id}`, `reached the provider ${late} times after an agent had accepted`);
  }
}
