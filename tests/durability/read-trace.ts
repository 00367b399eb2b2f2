export interface TraceSummary {
  receipts: number;
  walWrites: number;
  walSyncs: number;
  /** Lines of receipts that left while something written to the log was not yet synced. */
  tooEarly: string[];
}

const WRITE = /\bp?write(?:64|v|v2)?\((\d+)<([^>]*)>/;
const SYNC = /^(\d+) +f(?:data)?sync\(\d+<([^>]*)>(?:\) += 0| <unfinished)/;
/** strace splits a call when another thread makes one meanwhile. */
const RESUMED = /^(\d+) +<\.\.\. f(?:data)?sync resumed>.*= 0/;

/** Reads `strace -f -y`: system calls in order, each with the path behind its file descriptor. */
export function readTrace(log: string, isReceipt: (line: string) => boolean): TraceSummary {
  const summary: TraceSummary = { receipts: 0, walWrites: 0, walSyncs: 0, tooEarly: [] };
  let unsynced = false;
  const syncing = new Set<string>();
  const synced = (): void => {
    summary.walSyncs += 1;
    unsynced = false;
  };
  for (const line of log.split('\n')) {
    const write = WRITE.exec(line);
    if (write?.[2]?.endsWith('.db-wal')) {
      summary.walWrites += 1;
      unsynced = true;
      continue;
    }
    const [, thread = '', path = ''] = SYNC.exec(line) ?? [];
    const resumed = RESUMED.exec(line)?.[1] ?? '';
    if (path.endsWith('.db-wal')) {
      if (line.endsWith('<unfinished ...>')) syncing.add(thread);
      else synced();
    } else if (syncing.delete(resumed)) {
      synced();
    } else if (write && isReceipt(line)) {
      summary.receipts += 1;
      if (unsynced) summary.tooEarly.push(line);
    }
  }
  return summary;
}
