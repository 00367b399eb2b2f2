/** Ends the session and leads to the sign-in page by a full load, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
  } finally {
    window.location.assign('/sign-in');
  }
}
