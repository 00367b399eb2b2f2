import type { Json } from '@/flows/document/json';
import type { HttpRequest } from '@/flows/http/http-request';
import { readAnswer } from '@/flows/http/read-answer';
import { PermanentError } from './effect-errors';
import type { Handler } from './handler';
import type { HttpClient } from './http-request/http-client';

/** Asks a service, and keeps of its answer what the step reads. A customer waits: it is tried three times, within seconds. */
export function httpRequest(client: HttpClient | undefined): Handler {
  return {
    attempts: 3,
    firstRetryMs: 1000,
    longestRetryMs: 5000,
    hostOf: ({ payload }) => {
      const { url } = payload as unknown as HttpRequest;
      return URL.canParse(url) ? new URL(url).host : '';
    },
    async carryOut({ workspaceId, id, attempts, payload }) {
      if (!client) throw new PermanentError('http-unreachable', 'this program calls no services');
      const request = payload as unknown as HttpRequest;
      const reading = readAnswer(request, await client.send(request, { workspaceId, id, attempt: attempts }));
      if (!reading.ok) throw new PermanentError(reading.code, reading.detail);
      return reading.result as unknown as Json;
    },
  };
}
