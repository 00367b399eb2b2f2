/** One server-sent event of the web-chat protocol. */
export interface ServerEvent {
  event: string;
  data: unknown;
}

/** Reads `text/event-stream` as it arrives, in pieces of any size. Comments and unreadable data are skipped. */
export function createEventParser(onEvent: (event: ServerEvent) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const text = rest + chunk;
    // A line end may be cut in the middle: its second half belongs to the next piece.
    const half = text.endsWith('\r') ? 1 : 0;
    const blocks = text.slice(0, text.length - half).replace(/\r\n?/g, '\n').split('\n\n');
    rest = (blocks.pop() ?? '') + text.slice(text.length - half);
    for (const block of blocks) {
      let event = '';
      const data: string[] = [];
      for (const line of block.split('\n')) {
        if (line.startsWith('event:')) event = line.slice(6).trim();
        else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
      }
      if (event === '' || data.length === 0) continue;
      try {
        onEvent({ event, data: JSON.parse(data.join('\n')) as unknown });
      } catch {
        continue;
      }
    }
  };
}
