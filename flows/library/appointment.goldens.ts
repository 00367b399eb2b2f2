import type { WrittenGolden } from './golden';
import anotherDayScript from './appointment.another-day.script.json';
import anotherDayTranscript from './appointment.another-day.transcript.json';
import cancelledScript from './appointment.cancelled.script.json';
import cancelledTranscript from './appointment.cancelled.transcript.json';
import fittingScript from './appointment.fitting.script.json';
import fittingTranscript from './appointment.fitting.transcript.json';
import moveOneScript from './appointment.move-one.script.json';
import moveOneTranscript from './appointment.move-one.transcript.json';
import noContactScript from './appointment.no-contact.script.json';
import noContactTranscript from './appointment.no-contact.transcript.json';
import silenceConfirmScript from './appointment.silence-confirm.script.json';
import silenceConfirmTranscript from './appointment.silence-confirm.transcript.json';
import silenceDayScript from './appointment.silence-day.script.json';
import silenceDayTranscript from './appointment.silence-day.transcript.json';
import silenceEmailScript from './appointment.silence-email.script.json';
import silenceEmailTranscript from './appointment.silence-email.transcript.json';
import silenceKindScript from './appointment.silence-kind.script.json';
import silenceKindTranscript from './appointment.silence-kind.transcript.json';
import silenceMomentScript from './appointment.silence-moment.script.json';
import silenceMomentTranscript from './appointment.silence-moment.transcript.json';
import silencePhoneScript from './appointment.silence-phone.script.json';
import silencePhoneTranscript from './appointment.silence-phone.transcript.json';
import silencePostcodeScript from './appointment.silence-postcode.script.json';
import silencePostcodeTranscript from './appointment.silence-postcode.transcript.json';
import unclearScript from './appointment.unclear.script.json';
import unclearTranscript from './appointment.unclear.transcript.json';
import unconfirmedScript from './appointment.unconfirmed.script.json';
import unconfirmedTranscript from './appointment.unconfirmed.transcript.json';
import videoByEmailScript from './appointment.video-by-email.script.json';
import videoByEmailTranscript from './appointment.video-by-email.transcript.json';

/** The golden conversations of appointment, by case. */
export const appointmentGoldens: Record<string, WrittenGolden> = {
  'another-day': { script: anotherDayScript, transcript: anotherDayTranscript },
  cancelled: { script: cancelledScript, transcript: cancelledTranscript },
  fitting: { script: fittingScript, transcript: fittingTranscript },
  'move-one': { script: moveOneScript, transcript: moveOneTranscript },
  'no-contact': { script: noContactScript, transcript: noContactTranscript },
  'silence-confirm': { script: silenceConfirmScript, transcript: silenceConfirmTranscript },
  'silence-day': { script: silenceDayScript, transcript: silenceDayTranscript },
  'silence-email': { script: silenceEmailScript, transcript: silenceEmailTranscript },
  'silence-kind': { script: silenceKindScript, transcript: silenceKindTranscript },
  'silence-moment': { script: silenceMomentScript, transcript: silenceMomentTranscript },
  'silence-phone': { script: silencePhoneScript, transcript: silencePhoneTranscript },
  'silence-postcode': { script: silencePostcodeScript, transcript: silencePostcodeTranscript },
  unclear: { script: unclearScript, transcript: unclearTranscript },
  unconfirmed: { script: unconfirmedScript, transcript: unconfirmedTranscript },
  'video-by-email': { script: videoByEmailScript, transcript: videoByEmailTranscript },
};
