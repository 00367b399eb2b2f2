/** Null when the session stands, else the code of what went wrong. */
export async function requestSignIn(email: string, password: string): Promise<string | null> {
  let response: Response;
  try {
    response = await fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
  } catch {
    return 'no-answer';
  }
  if (response.ok) return null;
  const body: unknown = await response.json().catch(() => null);
  return codeOf(body) ?? 'internal';
}

function codeOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
