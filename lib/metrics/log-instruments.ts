import type { Log } from '@/lib/log';
import type { Instruments } from './instruments';

/** One line for each request, turn and attempt, tied together by the turn's id; nothing of what people wrote. */
export function logInstruments(log: Pick<Log, 'info' | 'debug'>): Partial<Instruments> {
  return {
    request: ({ route, method, status, turn, took }) => log.debug({ route, method, status, ms: round(took), ...(turn !== null && { turn }) }, 'request'),
    turn: ({ turn, event, outcome, flowVersion, effects, took, workspaceId }) =>
      log.info({ turn, workspaceId, event, outcome, flowVersion, ms: round(took), ...(effects.length > 0 && { effects }) }, 'turn'),
    attempt: ({ turn, effect, kind, attempt, result, took }) => log.info({ turn, effect, kind, attempt, result, ms: round(took) }, 'effect'),
    timer: (late) => log.debug({ late }, 'timer'),
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
