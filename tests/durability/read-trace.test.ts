import { describe, expect, it } from 'vitest';
import { readTrace } from './read-trace';

const read = (...lines: string[]) => readTrace(lines.join('\n'), (line) => line.includes('receipt'));
const WAL = '100 pwrite64(21</data/relais.db-wal>, "...", 4096, 32) = 4096';
const SYNC = '100 fdatasync(21</data/relais.db-wal>) = 0';
const RECEIPT = '100 write(1<pipe:[7]>, "receipt"..., 40) = 40';

describe('reading a trace', () => {
  it('accepts a receipt after the sync, and remarks one before it or after a sync that failed', () => {
    expect(read(WAL, SYNC, RECEIPT).tooEarly).toEqual([]);
    expect(read(WAL, RECEIPT, SYNC).tooEarly).toEqual([RECEIPT]);
    expect(read(WAL, '100 fdatasync(21</data/relais.db-wal>) = -1 EIO', RECEIPT).tooEarly).toEqual([RECEIPT]);
    expect(read(WAL, '100 fdatasync(20</data/relais.db>) = 0', RECEIPT).tooEarly).toEqual([RECEIPT]);
    expect(read(WAL, SYNC, WAL, RECEIPT).tooEarly).toEqual([RECEIPT]);
  });

  it('puts together a sync that another thread interrupted', () => {
    const begun = '100 fdatasync(21</data/relais.db-wal> <unfinished ...>';
    const other = '101 write(9<anon_inode:[eventfd]>, "x", 8) = 8';
    expect(read(WAL, begun, other, '100 <... fdatasync resumed>) = 0', RECEIPT)).toMatchObject({ tooEarly: [], walSyncs: 1 });
    expect(read(WAL, begun, other, RECEIPT).tooEarly).toEqual([RECEIPT]);
    expect(read(WAL, begun, '101 <... fdatasync resumed>) = 0', RECEIPT).tooEarly).toEqual([RECEIPT]);
  });
});
