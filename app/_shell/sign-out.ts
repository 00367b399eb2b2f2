import { openUnsentShelf } from '../_unsent/unsent-shelf';

/** How long changes on their way may still arrive before they count as unsent. */
const PATIENCE_MS = 2500;

/** How many flows have changes of this person that the server does not have. */
export async function unsentFlows(userId: string): Promise<number> {
  const shelf = openUnsentShelf();
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    const entries = await shelf.of(userId).catch(() => []);
    if (entries.length === 0 || Date.now() > deadline) return new Set(entries.map(({ flow }) => flow)).size;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Ends the session, deletes what this browser kept for her, and leads to the sign-in page by a full load, so that nothing of it stays in memory. */
export async function signOut(userId: string | undefined): Promise<void> {
  try {
    await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
  } finally {
    if (userId !== undefined) await openUnsentShelf().clear(userId).catch(() => undefined);
    window.location.assign('/sign-in');
  }
}
