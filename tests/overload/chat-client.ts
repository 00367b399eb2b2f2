import { Agent, request } from 'node:http';

export interface Answer {
  /** 0 when the connection broke. */
  status: number;
  retryAfter: string | null;
  body: { seq?: number; token?: string; error?: { code: string } };
}

/** The web-chat door over kept connections; at most `sockets` at once. */
export function chatClient(url: string, key: string, sockets: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname, port } = new URL(url);
  function post(path: string, body: unknown, token?: string): Promise<Answer> {
    return new Promise((resolve) => {
      const payload = JSON.stringify(body);
      const asked = request(
        { agent, host: hostname === 'localhost' ? '127.0.0.1' : hostname, port, method: 'POST', path: `/chat/v1/${key}/${path}`, headers: { host: `localhost:${port}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload), ...(token !== undefined && { authorization: `Bearer ${token}` }) } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) }));
          response.on('error', () => resolve({ status: 0, retryAfter: null, body: {} }));
        },
      );
      asked.on('error', () => resolve({ status: 0, retryAfter: null, body: {} }));
      asked.end(payload);
    });
  }
  return {
    post,
    async visitor(): Promise<string> {
      const { body } = await post('visitors', { language: 'en' });
      if (body.token === undefined) throw new Error('no token for a visitor');
      return body.token;
    },
    close: () => agent.destroy(),
  };
}
