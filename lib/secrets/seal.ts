import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Bytes of the nonce and of the tag of AES-256-GCM. */
const NONCE = 12;
const TAG = 16;

/** What belongs to a sealed value and is not in it: put anywhere else, it cannot be opened. */
interface Place {
  workspaceId: string;
  key: string;
}

/** Seals and opens secrets of workspaces. */
export interface Seal {
  close(place: Place, value: string): string;
  /** Throws when the value was sealed under another installation's secret, for another place, or changed since. */
  open(place: Place, sealed: string): string;
}

/** AES-256-GCM under a key derived from the installation's secret (HKDF, SHA-256): the database alone opens nothing. */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'relais workspace secrets 1', 32));
  const bound = ({ workspaceId, key: name }: Place): Buffer => Buffer.from(JSON.stringify([workspaceId, name]));
  return {
    close(place, value) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(place));
      const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
    },
    open(place, sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(bound(place)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    },
  };
}
