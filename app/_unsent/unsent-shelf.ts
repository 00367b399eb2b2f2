/** What one tab has done to one flow and the server does not have yet. `data` is the flow editor's own text. */
export interface UnsentEntry {
  user: string;
  flow: string;
  /** One opening of the flow in one tab. */
  tab: string;
  /** Epoch milliseconds of the last writing. */
  at: number;
  data: string;
}

/** Survives the tab and the browser's process. Every call resolves when it is done, and rejects when it cannot be. */
export interface UnsentShelf {
  put(entry: UnsentEntry): Promise<void>;
  get(key: UnsentKey): Promise<UnsentEntry | undefined>;
  remove(key: UnsentKey): Promise<void>;
  /** Everything of one person, or of one flow of hers; nobody else's is ever read. */
  of(user: string, flow?: string): Promise<UnsentEntry[]>;
  /** Everything of one person, for good: no tab that is still open writes for her any more. */
  clear(user: string): Promise<void>;
  close(): void;
}

export type UnsentKey = Pick<UnsentEntry, 'user' | 'flow' | 'tab'>;

const DATABASE = 'relais-unsent';
const CHANGES = 'changes';
/** A person who does not come back leaves nothing behind for ever. */
const LONGEST_MS = 30 * 24 * 3600 * 1000;

/**
 * The shelf in IndexedDB. Not local storage: browsers write that to disk seconds later, and a killed browser has
 * forgotten it. Not session storage: it ends with the tab.
 */
export function openUnsentShelf(indexed: IDBFactory = indexedDB): UnsentShelf {
  let database: IDBDatabase | undefined;
  const opening = open(indexed).then((opened) => {
    database = opened;
    opened.onclose = () => (database = undefined);
    return opened;
  });
  opening.catch(() => undefined);
  const gone = new Set<string>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(DATABASE);
  channel?.addEventListener('message', ({ data }: MessageEvent<string>) => gone.add(data));

  /** Without a turn of the event loop once the database is open: what is asked for has left this tab when this returns. */
  const act = <T>(mode: IDBTransactionMode, ask: (changes: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    database ? transact(database, mode, ask) : opening.then((opened) => transact(opened, mode, ask));

  return {
    put: async (entry) => {
      if (!gone.has(entry.user)) await act('readwrite', (changes) => changes.put(entry));
    },
    get: ({ user, flow, tab }) => act<UnsentEntry | undefined>('readonly', (changes) => changes.get([user, flow, tab])),
    remove: ({ user, flow, tab }) => act('readwrite', (changes) => changes.delete([user, flow, tab])),
    of: (user, flow) => act<UnsentEntry[]>('readonly', (changes) => changes.getAll(flow === undefined ? under(user) : under(user, flow))),
    clear: (user) => {
      gone.add(user);
      channel?.postMessage(user);
      return act('readwrite', (changes) => changes.delete(under(user)));
    },
    close: () => channel?.close(),
  };
}

/** Every key that begins with these parts. An empty array sorts after every text. */
function under(...parts: string[]): IDBKeyRange {
  return IDBKeyRange.bound(parts, [...parts, []]);
}

function open(indexed: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexed.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(CHANGES, { keyPath: ['user', 'flow', 'tab'] });
    request.onsuccess = () => {
      dropOld(request.result);
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function dropOld(database: IDBDatabase): void {
  const cursor = database.transaction(CHANGES, 'readwrite').objectStore(CHANGES).openCursor();
  cursor.onsuccess = () => {
    if (!cursor.result) return;
    if ((cursor.result.value as UnsentEntry).at < Date.now() - LONGEST_MS) cursor.result.delete();
    cursor.result.continue();
  };
}

function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, ask: (changes: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // Relaxed: handed to the operating system, not forced to the disk, so that a keystroke does not wait for it.
    const transaction = database.transaction(CHANGES, mode, { durability: 'relaxed' });
    const request = ask(transaction.objectStore(CHANGES));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error ?? new Error('aborted'));
    // Not when the page gets to it: the page may be gone by then.
    transaction.commit();
  });
}
