import { randomUUID } from 'node:crypto';
import type { Program } from '../program';

/** A customer who writes by the web-chat protocol itself, without a browser. */
export async function visitor(program: Program, language: 'en' | 'fr', key = 'demo'): Promise<{ say(...texts: string[]): Promise<void> }> {
  const base = `${program.url}/chat/v1/${key}`;
  const { token } = await post<{ token: string }>(`${base}/visitors`, { language });
  return {
    async say(...texts) {
      for (const text of texts) await post(`${base}/messages`, { id: randomUUID(), text }, token);
    },
  };
}

async function post<Answer>(url: string, body: unknown, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
