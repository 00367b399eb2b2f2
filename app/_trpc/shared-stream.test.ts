import { expect, test } from 'vitest';
import { openSharedStream, type StreamState } from './shared-stream';

/** A browser: its locks and its channels, without a clock. */
function createBrowser() {
  const waiting: (() => void)[] = [];
  let held = false;
  const next = (): void => {
    if (!held) waiting.shift()?.();
  };
  const locks = {
    request: (_name: string, options: { signal: AbortSignal }, work: () => Promise<void>): Promise<void> =>
      new Promise((resolve, reject) => {
        const start = (): void => {
          held = true;
          void work().then(() => {
            held = false;
            resolve();
            next();
          });
        };
        waiting.push(start);
        options.signal.addEventListener('abort', () => {
          const at = waiting.indexOf(start);
          if (at < 0) return;
          waiting.splice(at, 1);
          reject(new DOMException('left', 'AbortError'));
        });
        next();
      }),
  };
  const channels = new Set<{ onmessage: ((event: MessageEvent) => void) | null }>();
  const createChannel = () => {
    const channel = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage(data: unknown) {
        for (const other of channels) if (other !== channel) other.onmessage?.({ data: structuredClone(data) } as MessageEvent);
      },
      close: () => channels.delete(channel),
    };
    channels.add(channel);
    return channel;
  };
  return { locks, createChannel };
}

/** A server that remembers the streams that are open. */
function createServer() {
  const streams = new Set<{ onEvent(event: string): void; onState(state: StreamState): void }>();
  return {
    streams,
    open(handlers: { onEvent(event: string): void; onState(state: StreamState): void }) {
      streams.add(handlers);
      handlers.onState('live');
      handlers.onEvent('resync');
      return { close: () => streams.delete(handlers) };
    },
    say: (event: string) => streams.forEach((stream) => stream.onEvent(event)),
  };
}

function openTab(server: ReturnType<typeof createServer>, browser: Partial<ReturnType<typeof createBrowser>>) {
  const heard: string[] = [];
  const states: StreamState[] = [];
  const stream = openSharedStream<string>({
    name: 'live',
    open: server.open,
    onEvent: (event) => heard.push(event),
    onState: (state) => states.push(state),
    locks: browser.locks as unknown as LockManager | undefined,
    createChannel: browser.createChannel as unknown as ((name: string) => BroadcastChannel) | undefined,
  });
  return { heard, states, close: () => stream.close() };
}

test('ten tabs open one stream and every one hears every event', () => {
  const server = createServer();
  const browser = createBrowser();
  const tabs = Array.from({ length: 10 }, () => openTab(server, browser));
  expect(server.streams.size).toBe(1);
  server.say('one');
  server.say('two');
  for (const { heard } of tabs) expect(heard.filter((event) => event !== 'resync')).toEqual(['one', 'two']);
});

test('a tab that comes later learns how the stream stands', () => {
  const server = createServer();
  const browser = createBrowser();
  openTab(server, browser);
  expect(openTab(server, browser).states).toEqual(['live']);
});

test('when the leading tab goes, another opens the stream and all are told to read again', async () => {
  const server = createServer();
  const browser = createBrowser();
  const [first, second, third] = [openTab(server, browser), openTab(server, browser), openTab(server, browser)];
  first.close();
  await Promise.resolve();
  await Promise.resolve();
  expect(server.streams.size).toBe(1);
  server.say('after');
  expect(first.heard).toEqual(['resync']);
  expect(second.heard).toEqual(['resync', 'after']);
  expect(third.heard).toEqual(['resync', 'after']);
});

test('a tab that goes while it waits changes nothing', async () => {
  const server = createServer();
  const browser = createBrowser();
  const [first, second] = [openTab(server, browser), openTab(server, browser)];
  second.close();
  await Promise.resolve();
  server.say('still');
  expect(server.streams.size).toBe(1);
  expect(first.heard).toEqual(['resync', 'still']);
  expect(second.heard).toEqual([]);
});

test('a browser without locks or channels gives each tab its own stream', () => {
  const server = createServer();
  const tabs = [openTab(server, {}), openTab(server, { locks: createBrowser().locks })];
  expect(server.streams.size).toBe(2);
  server.say('one');
  for (const { heard } of tabs) expect(heard).toEqual(['resync', 'one']);
  tabs[0]?.close();
  expect(server.streams.size).toBe(1);
});
