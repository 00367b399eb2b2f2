import { randomUUID } from 'node:crypto';

/** Says hello as a visitor of the demo, over the documented protocol; resolves with what the assistant answers. */
export async function askBot(url: string): Promise<string> {
  const base = `${url}/chat/v1/demo`;
  const call = async (path: string, token?: string, body?: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(base + path, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { token } = (await call('/visitors', undefined, { language: 'fr' })) as { token: string };
  await call('/messages', token, { id: randomUUID(), text: 'Bonjour' });
  const deadline = Date.now() + 10_000;
  for (;;) {
    const { messages } = (await call('/conversation?after=0', token)) as { messages: { from: string; parts: { text: string }[] }[] };
    const answer = messages.find(({ from }) => from === 'assistant');
    if (answer) return answer.parts.map(({ text }) => text).join('\n');
    if (Date.now() > deadline) throw new Error('the assistant did not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
