import { join } from 'node:path';
import type { Store } from './store';

/** Where the committed migrations of that database stand, in the program's folder. */
export function migrationsFolder(root: string, kind: Store['kind']): string {
  return kind === 'postgresql' ? join(root, 'prisma', 'postgres', 'migrations') : join(root, 'prisma', 'migrations');
}
