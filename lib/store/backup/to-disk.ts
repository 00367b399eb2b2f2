import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns once a file, or a folder's list of names, is on disk. Windows has no handle for folders, and needs none. */
export function toDisk(path: string, what: 'file' | 'folder'): void {
  if (what === 'folder' && process.platform === 'win32') return;
  const handle = openSync(path, what === 'file' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
