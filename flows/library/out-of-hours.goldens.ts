import type { WrittenGolden } from './golden';
import answeredAtNightScript from './out-of-hours.answered-at-night.script.json';
import answeredAtNightTranscript from './out-of-hours.answered-at-night.transcript.json';
import leaveAMessageScript from './out-of-hours.leave-a-message.script.json';
import leaveAMessageTranscript from './out-of-hours.leave-a-message.transcript.json';
import notHelpedScript from './out-of-hours.not-helped.script.json';
import notHelpedTranscript from './out-of-hours.not-helped.transcript.json';
import openScript from './out-of-hours.open.script.json';
import openTranscript from './out-of-hours.open.transcript.json';
import openBusyScript from './out-of-hours.open-busy.script.json';
import openBusyTranscript from './out-of-hours.open-busy.transcript.json';
import openLeftScript from './out-of-hours.open-left.script.json';
import openLeftTranscript from './out-of-hours.open-left.transcript.json';
import openTimedOutScript from './out-of-hours.open-timed-out.script.json';
import openTimedOutTranscript from './out-of-hours.open-timed-out.transcript.json';
import promiseKeptScript from './out-of-hours.promise-kept.script.json';
import promiseKeptTranscript from './out-of-hours.promise-kept.transcript.json';
import silenceEmailScript from './out-of-hours.silence-email.script.json';
import silenceEmailTranscript from './out-of-hours.silence-email.transcript.json';
import silenceQuestionScript from './out-of-hours.silence-question.script.json';
import silenceQuestionTranscript from './out-of-hours.silence-question.transcript.json';

/** The golden conversations of out-of-hours, by case. */
export const outOfHoursGoldens: Record<string, WrittenGolden> = {
  'answered-at-night': { script: answeredAtNightScript, transcript: answeredAtNightTranscript },
  'leave-a-message': { script: leaveAMessageScript, transcript: leaveAMessageTranscript },
  'not-helped': { script: notHelpedScript, transcript: notHelpedTranscript },
  open: { script: openScript, transcript: openTranscript },
  'open-busy': { script: openBusyScript, transcript: openBusyTranscript },
  'open-left': { script: openLeftScript, transcript: openLeftTranscript },
  'open-timed-out': { script: openTimedOutScript, transcript: openTimedOutTranscript },
  'promise-kept': { script: promiseKeptScript, transcript: promiseKeptTranscript },
  'silence-email': { script: silenceEmailScript, transcript: silenceEmailTranscript },
  'silence-question': { script: silenceQuestionScript, transcript: silenceQuestionTranscript },
};
