import type { WrittenGolden } from './golden';
import allWellScript from './delivery-news.all-well.script.json';
import allWellTranscript from './delivery-news.all-well.transcript.json';
import changeDeliveryScript from './delivery-news.change-delivery.script.json';
import changeDeliveryTranscript from './delivery-news.change-delivery.transcript.json';
import customerWritesScript from './delivery-news.customer-writes.script.json';
import customerWritesTranscript from './delivery-news.customer-writes.transcript.json';
import givenBackScript from './delivery-news.given-back.script.json';
import givenBackTranscript from './delivery-news.given-back.transcript.json';
import misfitScript from './delivery-news.misfit.script.json';
import misfitTranscript from './delivery-news.misfit.transcript.json';
import noLinkScript from './delivery-news.no-link.script.json';
import noLinkTranscript from './delivery-news.no-link.transcript.json';
import nobodyScript from './delivery-news.nobody.script.json';
import nobodyTranscript from './delivery-news.nobody.transcript.json';
import silenceScript from './delivery-news.silence.script.json';
import silenceTranscript from './delivery-news.silence.transcript.json';
import waitedScript from './delivery-news.waited.script.json';
import waitedTranscript from './delivery-news.waited.transcript.json';

export const deliveryNewsGoldens: Record<string, WrittenGolden> = {
  'all-well': { script: allWellScript, transcript: allWellTranscript },
  'change-delivery': { script: changeDeliveryScript, transcript: changeDeliveryTranscript },
  'customer-writes': { script: customerWritesScript, transcript: customerWritesTranscript },
  'given-back': { script: givenBackScript, transcript: givenBackTranscript },
  misfit: { script: misfitScript, transcript: misfitTranscript },
  'no-link': { script: noLinkScript, transcript: noLinkTranscript },
  nobody: { script: nobodyScript, transcript: nobodyTranscript },
  silence: { script: silenceScript, transcript: silenceTranscript },
  waited: { script: waitedScript, transcript: waitedTranscript },
};
