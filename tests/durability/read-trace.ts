export interface TraceSummary {
  receipts: number;
  walWrites: number;
  walSyncs: number;
  /** Lines of receipts that left while something written to the log was not yet synced. */
  tooEarly: string[];
}

const WRITE = /\bp?write(?:64|v|v2)?\((\d+)<([^>]*)>/;
const SYNC = /\bf(?:data)?sync\(\d+<([^>]*)>.*= 0/;

/** Reads `strace -f -y`: system calls in order, each with the path behind its file descriptor. */
export function readTrace(log: string): TraceSummary {
  const summary: TraceSummary = { receipts: 0, walWrites: 0, walSyncs: 0, tooEarly: [] };
  let unsynced = false;
  for (const line of log.split('\n')) {
    const write = WRITE.exec(line);
    const synced = SYNC.exec(line);
    if (write?.[2]?.endsWith('.db-wal')) {
      summary.walWrites += 1;
      unsynced = true;
    } else if (synced?.[1]?.endsWith('.db-wal')) {
      summary.walSyncs += 1;
      unsynced = false;
    } else if (write?.[1] === '1' && line.includes('{\\"of\\":')) {
      summary.receipts += 1;
      if (unsynced) summary.tooEarly.push(line);
    }
  }
  return summary;
}
