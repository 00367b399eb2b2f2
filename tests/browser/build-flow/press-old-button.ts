import { randomUUID } from 'node:crypto';
import type { WireConversation } from '../../../lib/channels/web-chat/wire';
import type { Program } from '../program';

/** Presses a button of an earlier question. The widget folds those away, so it is a tab of hers that has not caught up. */
export async function pressOldButton(program: Program, key: string, token: string, label: string): Promise<void> {
  const base = `${program.url}/chat/v1/${key}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { messages } = (await (await fetch(`${base}/conversation?after=0`, { headers })).json()) as WireConversation;
  const choice = messages.flatMap(({ options }) => options ?? []).findLast((option) => option.label === label);
  if (!choice) throw new Error(`no button "${label}" has been shown`);
  const sent = await fetch(`${base}/messages`, { method: 'POST', headers, body: JSON.stringify({ id: randomUUID(), choice }) });
  if (!sent.ok) throw new Error(await sent.text());
}
