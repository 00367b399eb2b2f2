import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own folder, wherever it is called from. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Where built things go, besides Next's own folder. */
export const DIST = join(ROOT, 'dist');
