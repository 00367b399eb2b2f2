import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(import.meta.dirname, '../../../app');

/** Every page there is, as its address is spelt in the folders: `/flows/[flowId]`. */
export function pagesInFolders(): string[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(^|\/)page\.tsx?$/.test(name))
    .map((name) => `/${name.split('/').slice(0, -1).filter((folder) => !folder.startsWith('(')).join('/')}`)
    .sort();
}
