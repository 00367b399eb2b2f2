import { describe, expect, it } from 'vitest';
import type { PendingMessage } from './pending-message';
import { nextToSend } from './send-queue';

describe('nextToSend', () => {
  it('tries a message without answer again before those written after it', () => {
    expect(nextToSend([message('a', 'failed', 'no-answer'), message('b', 'sending')])?.key).toBe('a');
  });

  it('leaves a refused message to the person and passes on', () => {
    expect(nextToSend([message('a', 'failed', 'not-owner'), message('b', 'sending')])?.key).toBe('b');
  });

  it('has nothing to do when all are sent or refused', () => {
    expect(nextToSend([message('a', 'sent', null), message('b', 'failed', 'not-owner')])).toBeNull();
  });
});

function message(key: string, status: PendingMessage['status'], error: string | null = null): PendingMessage {
  return { key, kind: 'reply', text: key, at: 0, status, seq: null, error };
}
