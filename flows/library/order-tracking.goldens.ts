import type { WrittenGolden } from './golden';
import advisorAtOnceScript from './order-tracking.advisor-at-once.script.json';
import advisorAtOnceTranscript from './order-tracking.advisor-at-once.transcript.json';
import advisorSecondScript from './order-tracking.advisor-second.script.json';
import advisorSecondTranscript from './order-tracking.advisor-second.transcript.json';
import digitsOnlyScript from './order-tracking.digits-only.script.json';
import digitsOnlyTranscript from './order-tracking.digits-only.transcript.json';
import lookUpFailedScript from './order-tracking.look-up-failed.script.json';
import lookUpFailedTranscript from './order-tracking.look-up-failed.transcript.json';
import lookUpMisfitScript from './order-tracking.look-up-misfit.script.json';
import lookUpMisfitTranscript from './order-tracking.look-up-misfit.transcript.json';
import lookedUpScript from './order-tracking.looked-up.script.json';
import lookedUpTranscript from './order-tracking.looked-up.transcript.json';
import lookedUpSilenceScript from './order-tracking.looked-up-silence.script.json';
import lookedUpSilenceTranscript from './order-tracking.looked-up-silence.transcript.json';
import lookedUpUnclearScript from './order-tracking.looked-up-unclear.script.json';
import lookedUpUnclearTranscript from './order-tracking.looked-up-unclear.transcript.json';
import lostAfterAllScript from './order-tracking.lost-after-all.script.json';
import lostAfterAllTranscript from './order-tracking.lost-after-all.transcript.json';
import lostNumberScript from './order-tracking.lost-number.script.json';
import lostNumberTranscript from './order-tracking.lost-number.transcript.json';
import neverANumberScript from './order-tracking.never-a-number.script.json';
import neverANumberTranscript from './order-tracking.never-a-number.transcript.json';
import noNumberScript from './order-tracking.no-number.script.json';
import noNumberTranscript from './order-tracking.no-number.transcript.json';
import silenceScript from './order-tracking.silence.script.json';
import silenceTranscript from './order-tracking.silence.transcript.json';
import silenceSecondScript from './order-tracking.silence-second.script.json';
import silenceSecondTranscript from './order-tracking.silence-second.transcript.json';
import threeWrongNumbersScript from './order-tracking.three-wrong-numbers.script.json';
import threeWrongNumbersTranscript from './order-tracking.three-wrong-numbers.transcript.json';
import tiredOfNumbersScript from './order-tracking.tired-of-numbers.script.json';
import tiredOfNumbersTranscript from './order-tracking.tired-of-numbers.transcript.json';
import toAnAdvisorScript from './order-tracking.to-an-advisor.script.json';
import toAnAdvisorTranscript from './order-tracking.to-an-advisor.transcript.json';
import wrongNumberScript from './order-tracking.wrong-number.script.json';
import wrongNumberTranscript from './order-tracking.wrong-number.transcript.json';

/** The golden conversations of order-tracking, by case. */
export const orderTrackingGoldens: Record<string, WrittenGolden> = {
  'advisor-at-once': { script: advisorAtOnceScript, transcript: advisorAtOnceTranscript },
  'advisor-second': { script: advisorSecondScript, transcript: advisorSecondTranscript },
  'digits-only': { script: digitsOnlyScript, transcript: digitsOnlyTranscript },
  'look-up-failed': { script: lookUpFailedScript, transcript: lookUpFailedTranscript },
  'look-up-misfit': { script: lookUpMisfitScript, transcript: lookUpMisfitTranscript },
  'looked-up': { script: lookedUpScript, transcript: lookedUpTranscript },
  'looked-up-silence': { script: lookedUpSilenceScript, transcript: lookedUpSilenceTranscript },
  'looked-up-unclear': { script: lookedUpUnclearScript, transcript: lookedUpUnclearTranscript },
  'lost-after-all': { script: lostAfterAllScript, transcript: lostAfterAllTranscript },
  'lost-number': { script: lostNumberScript, transcript: lostNumberTranscript },
  'never-a-number': { script: neverANumberScript, transcript: neverANumberTranscript },
  'no-number': { script: noNumberScript, transcript: noNumberTranscript },
  silence: { script: silenceScript, transcript: silenceTranscript },
  'silence-second': { script: silenceSecondScript, transcript: silenceSecondTranscript },
  'three-wrong-numbers': { script: threeWrongNumbersScript, transcript: threeWrongNumbersTranscript },
  'tired-of-numbers': { script: tiredOfNumbersScript, transcript: tiredOfNumbersTranscript },
  'to-an-advisor': { script: toAnAdvisorScript, transcript: toAnAdvisorTranscript },
  'wrong-number': { script: wrongNumberScript, transcript: wrongNumberTranscript },
};
