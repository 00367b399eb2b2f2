import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Bus, News } from '@/lib/realtime/bus';
import { joined } from '@/lib/runtime/work';
import { openPool } from './open-pool';

/** One notify per process in so many milliseconds at most: each takes a lock of the whole database as it commits. */
const GATHER_MS = 20;
/** PostgreSQL takes less than 8,000 bytes in one. */
const LONGEST = 7900;
/** What waits while the database cannot be reached; beyond, it is lost, and said to be. */
const MOST_WAITING = 10_000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5000;
/** How often the line is tried: one that has silently gone hears nothing. */
const TRY_MS = 10_000;
const CHANNEL = 'relais';
const NOTIFY = { name: 'notify', text: `SELECT pg_notify('${CHANNEL}', n) FROM unnest($1::text[]) WITH ORDINALITY AS t(n, place) ORDER BY place` };

/** On the wire: who says it, and what; `lost` says that something was not sent. */
interface Wire {
  from: string;
  news: News[];
  lost?: true;
}

/** News by LISTEN and NOTIFY, over two connections of its own. Not through a pooler that shares connections by transaction. */
export function createPostgresBus(url: string, failed: (error: unknown) => void): Bus {
  const me = randomUUID();
  const pool = openPool(url, 2);
  let waiting: News[] = [];
  let lost = false;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let sending = Promise.resolve();
  let line: pg.PoolClient | undefined;
  let trying: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function gather(): void {
    if (!closed) gathering ??= setTimeout(send, GATHER_MS);
  }

  function send(): void {
    clearTimeout(gathering);
    gathering = undefined;
    const [news, said] = [waiting, lost];
    if (news.length === 0 && !said) return;
    [waiting, lost] = [[], false];
    sending = sending.then(async () => {
      try {
        await pool.query({ ...NOTIFY, values: [payloads(me, gatheredWork(news), said)] });
      } catch (error) {
        lost = true;
        failed(error);
        await pause(FIRST_RETRY_MS);
        gather();
      }
    });
  }

  /** Resolves when somebody listens; after that it listens again by itself whenever the line breaks. */
  async function listen(heard: (news: News | null) => void): Promise<void> {
    const client = await pool.connect();
    const gone = (error?: Error): void => {
      if (line !== client) return;
      line = undefined;
      clearTimeout(trying);
      client.release(error ?? true);
      if (!closed) void listenAgain(heard);
    };
    client.on('error', gone);
    client.on('end', () => gone());
    client.on('notification', ({ payload }) => hear(payload ?? '', heard));
    line = client;
    try {
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      line = undefined;
      client.release(true);
      throw error;
    }
    const alive = (): void => {
      trying = setTimeout(() => {
        const late = setTimeout(() => gone(new Error('the line does not answer')), TRY_MS);
        client.query('SELECT 1').then(alive, gone).finally(() => clearTimeout(late));
      }, TRY_MS);
      trying.unref();
    };
    alive();
  }

  async function listenAgain(heard: (news: News | null) => void): Promise<void> {
    for (let wait = FIRST_RETRY_MS; !closed; wait = Math.min(LONGEST_RETRY_MS, wait * 2)) {
      try {
        await listen(heard);
        heard(null);
        return;
      } catch (error) {
        failed(error);
        await pause(wait);
      }
    }
  }

  function hear(payload: string, heard: (news: News | null) => void): void {
    const { from, news, lost: incomplete } = JSON.parse(payload) as Wire;
    if (from === me) return;
    if (incomplete) heard(null);
    news.forEach(heard);
  }

  return {
    tell(news) {
      if (waiting.length < MOST_WAITING) waiting.push(news);
      else lost = true;
      gather();
    },
    start: (heard) => listen(heard),
    async close() {
      closed = true;
      send();
      await sending;
      clearTimeout(trying);
      const client = line;
      line = undefined;
      client?.release(true);
      await pool.end();
    },
  };
}

/** However much work is told of at once, it is told of once. */
function gatheredWork(news: readonly News[]): News[] {
  const work = news.flatMap((one) => ('work' in one ? [one.work] : []));
  const rest = news.filter((one) => !('work' in one));
  return work.length === 0 ? rest : [...rest, { work: work.reduce(joined) }];
}

/** As few as the news fit into, in their order. */
function payloads(from: string, news: readonly News[], lost: boolean): string[] {
  const wrap = (list: readonly string[], first: boolean): string => `{"from":"${from}",${first && lost ? '"lost":true,' : ''}"news":[${list.join(',')}]}`;
  const room = LONGEST - Buffer.byteLength(wrap([], true));
  const filled: string[][] = [[]];
  let left = room;
  for (const one of news) {
    const text = fitting(one, room);
    const bytes = Buffer.byteLength(text) + 1;
    if (bytes > left) {
      filled.push([]);
      left = room;
    }
    filled.at(-1)?.push(text);
    left -= bytes;
  }
  return filled.map((list, index) => wrap(list, index === 0));
}

/** A message that is too long is only told of: whoever shows it reads it. */
function fitting(news: News, room: number): string {
  const text = JSON.stringify(news);
  if (Buffer.byteLength(text) < room || !('topic' in news)) return text;
  const { topic, event } = news;
  const short: News = event.kind === 'message' && topic.startsWith('workspace:') ? { topic, event: { kind: 'conversation', workspaceId: event.workspaceId, conversationId: event.conversationId } } : { topic, event: { kind: 'missed' } };
  return JSON.stringify(short);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
