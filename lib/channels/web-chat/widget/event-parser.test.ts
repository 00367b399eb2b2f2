import { expect, test } from 'vitest';
import fc from 'fast-check';
import { createEventParser, type ServerEvent } from './event-parser';

const STREAM = 'retry: 2000\n\nevent: message\nid: 1\ndata: {"text":"é\\n😀"}\n\n: ping\n\nevent: state\r\ndata: {"owner":"bot"}\r\n\r\nevent: broken\ndata: {\n\nevent: bye\ndata: {}\n\nevent: cut\ndata: {}';
const EVENTS: ServerEvent[] = [
  { event: 'message', data: { text: 'é\n😀' } },
  { event: 'state', data: { owner: 'bot' } },
  { event: 'bye', data: {} },
];

test('reads events however the stream is cut into pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 12 }), (cuts) => {
      const read: ServerEvent[] = [];
      const parse = createEventParser((event) => read.push(event));
      const places = [0, ...cuts.sort((a, b) => a - b), STREAM.length];
      for (let index = 1; index < places.length; index += 1) parse(STREAM.slice(places[index - 1], places[index]));
      expect(read).toEqual(EVENTS);
    }),
  );
});
