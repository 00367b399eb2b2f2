import { effectEndContract } from '../effect-end.contract';
import { openStore, type Store } from '../open-store';
import { temporaryDatabase } from '../testing/temporary-database';
import { turnStoreContract, type StoreUnderTest } from '../turn-store.contract';

async function empty(): Promise<StoreUnderTest> {
  const { file, remove } = temporaryDatabase();
  const opened: Store[] = [];
  const open = async (): Promise<StoreUnderTest> => {
    const store = openStore(file);
    opened.push(store);
    return {
      turns: store.turns,
      admin: store.admin,
      crash: open,
      remove: async () => {
        for (const each of opened) await each.close();
        remove();
      },
    };
  };
  return open();
}

turnStoreContract('SQLite', empty);
effectEndContract('SQLite', empty);
