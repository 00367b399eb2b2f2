import type { WrittenGolden } from './golden';
import advisorAtOnceScript from './complaint.advisor-at-once.script.json';
import advisorAtOnceTranscript from './complaint.advisor-at-once.transcript.json';
import businessScript from './complaint.business.script.json';
import businessTranscript from './complaint.business.transcript.json';
import companySilenceScript from './complaint.company-silence.script.json';
import companySilenceTranscript from './complaint.company-silence.transcript.json';
import dangerScript from './complaint.danger.script.json';
import dangerTranscript from './complaint.danger.transcript.json';
import dangerAnsweredScript from './complaint.danger-answered.script.json';
import dangerAnsweredTranscript from './complaint.danger-answered.transcript.json';
import dangerLeftScript from './complaint.danger-left.script.json';
import dangerLeftTranscript from './complaint.danger-left.transcript.json';
import dangerTimedOutScript from './complaint.danger-timed-out.script.json';
import dangerTimedOutTranscript from './complaint.danger-timed-out.transcript.json';
import fewWordsScript from './complaint.few-words.script.json';
import fewWordsTranscript from './complaint.few-words.transcript.json';
import knownBusinessScript from './complaint.known-business.script.json';
import knownBusinessTranscript from './complaint.known-business.transcript.json';
import knownPrivateScript from './complaint.known-private.script.json';
import knownPrivateTranscript from './complaint.known-private.transcript.json';
import privateScript from './complaint.private.script.json';
import privateTranscript from './complaint.private.transcript.json';
import silenceOrderScript from './complaint.silence-order.script.json';
import silenceOrderTranscript from './complaint.silence-order.transcript.json';
import silenceWhatScript from './complaint.silence-what.script.json';
import silenceWhatTranscript from './complaint.silence-what.transcript.json';
import silenceWhoScript from './complaint.silence-who.script.json';
import silenceWhoTranscript from './complaint.silence-who.transcript.json';

/** The golden conversations of complaint, by case. */
export const complaintGoldens: Record<string, WrittenGolden> = {
  'advisor-at-once': { script: advisorAtOnceScript, transcript: advisorAtOnceTranscript },
  business: { script: businessScript, transcript: businessTranscript },
  'company-silence': { script: companySilenceScript, transcript: companySilenceTranscript },
  danger: { script: dangerScript, transcript: dangerTranscript },
  'danger-answered': { script: dangerAnsweredScript, transcript: dangerAnsweredTranscript },
  'danger-left': { script: dangerLeftScript, transcript: dangerLeftTranscript },
  'danger-timed-out': { script: dangerTimedOutScript, transcript: dangerTimedOutTranscript },
  'few-words': { script: fewWordsScript, transcript: fewWordsTranscript },
  'known-business': { script: knownBusinessScript, transcript: knownBusinessTranscript },
  'known-private': { script: knownPrivateScript, transcript: knownPrivateTranscript },
  private: { script: privateScript, transcript: privateTranscript },
  'silence-order': { script: silenceOrderScript, transcript: silenceOrderTranscript },
  'silence-what': { script: silenceWhatScript, transcript: silenceWhatTranscript },
  'silence-who': { script: silenceWhoScript, transcript: silenceWhoTranscript },
};
