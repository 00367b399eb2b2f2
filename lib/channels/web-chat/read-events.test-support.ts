/** One server-sent event, as it came. */
export interface ReadEvent {
  event: string;
  id?: string;
  data: unknown;
}

export interface EventReader {
  /** The next event with this name; others before it are skipped. */
  next(name: string): Promise<ReadEvent>;
  /** Every line that came so far, pings among them. */
  lines(): string[];
  /** Resolves when the server ended the stream. */
  ended: Promise<void>;
  close(): void;
}

/** Reads a stream as any client would: with fetch and the visitor's token. */
export async function readEvents(url: string, headers: Record<string, string>): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  if (response.status !== 200 || !response.body) throw new Error(`stream answered ${response.status}`);
  const events: ReadEvent[] = [];
  const lines: string[] = [];
  let wake = (): void => undefined;
  const ended = pump(response.body).catch(() => undefined);

  async function pump(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const blocks = (rest + decoder.decode(chunk.value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = block.split('\n');
        lines.push(...fields);
        const value = (name: string): string | undefined => fields.find((field) => field.startsWith(`${name}: `))?.slice(name.length + 2);
        const event = value('event');
        const id = value('id');
        if (event !== undefined) events.push({ event, data: JSON.parse(value('data') ?? 'null') as unknown, ...(id === undefined ? {} : { id }) });
      }
      wake();
    }
  }

  return {
    async next(name) {
      for (;;) {
        while (events.length > 0) {
          const event = events.shift();
          if (event?.event === name) return event;
        }
        await new Promise<void>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(`no event ${name} within 3 s`)), 3000);
          wake = () => {
            clearTimeout(late);
            resolve();
          };
        });
      }
    },
    lines: () => lines,
    ended,
    close: () => abort.abort(),
  };
}
