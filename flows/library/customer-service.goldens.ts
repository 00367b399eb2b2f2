import type { WrittenGolden } from './golden';
import addressAdvisorScript from './customer-service.address-advisor.script.json';
import addressAdvisorTranscript from './customer-service.address-advisor.transcript.json';
import addressShippedScript from './customer-service.address-shipped.script.json';
import addressShippedTranscript from './customer-service.address-shipped.transcript.json';
import addressSilenceScript from './customer-service.address-silence.script.json';
import addressSilenceTranscript from './customer-service.address-silence.transcript.json';
import addressUnclearScript from './customer-service.address-unclear.script.json';
import addressUnclearTranscript from './customer-service.address-unclear.transcript.json';
import addressUnsolvedScript from './customer-service.address-unsolved.script.json';
import addressUnsolvedTranscript from './customer-service.address-unsolved.transcript.json';
import notUnderstoodScript from './customer-service.not-understood.script.json';
import notUnderstoodTranscript from './customer-service.not-understood.transcript.json';
import orderAdvisorScript from './customer-service.order-advisor.script.json';
import orderAdvisorTranscript from './customer-service.order-advisor.transcript.json';
import orderSilenceScript from './customer-service.order-silence.script.json';
import orderSilenceTranscript from './customer-service.order-silence.transcript.json';
import orderSolvedScript from './customer-service.order-solved.script.json';
import orderSolvedTranscript from './customer-service.order-solved.transcript.json';
import otherQuestionScript from './customer-service.other-question.script.json';
import otherQuestionTranscript from './customer-service.other-question.transcript.json';
import questionAdvisorScript from './customer-service.question-advisor.script.json';
import questionAdvisorTranscript from './customer-service.question-advisor.transcript.json';
import questionAnsweredScript from './customer-service.question-answered.script.json';
import questionAnsweredTranscript from './customer-service.question-answered.transcript.json';
import questionSilenceScript from './customer-service.question-silence.script.json';
import questionSilenceTranscript from './customer-service.question-silence.transcript.json';
import questionUnsureScript from './customer-service.question-unsure.script.json';
import questionUnsureTranscript from './customer-service.question-unsure.transcript.json';
import refundAdvisorScript from './customer-service.refund-advisor.script.json';
import refundAdvisorTranscript from './customer-service.refund-advisor.transcript.json';
import refundAnswerSilenceScript from './customer-service.refund-answer-silence.script.json';
import refundAnswerSilenceTranscript from './customer-service.refund-answer-silence.transcript.json';
import refundSilenceScript from './customer-service.refund-silence.script.json';
import refundSilenceTranscript from './customer-service.refund-silence.transcript.json';
import refundSolvedScript from './customer-service.refund-solved.script.json';
import refundSolvedTranscript from './customer-service.refund-solved.transcript.json';
import refundUnclearScript from './customer-service.refund-unclear.script.json';
import refundUnclearTranscript from './customer-service.refund-unclear.transcript.json';
import silenceScript from './customer-service.silence.script.json';
import silenceTranscript from './customer-service.silence.transcript.json';
import staleButtonScript from './customer-service.stale-button.script.json';
import staleButtonTranscript from './customer-service.stale-button.transcript.json';
import topicAddressScript from './customer-service.topic-address.script.json';
import topicAddressTranscript from './customer-service.topic-address.transcript.json';
import topicAdvisorScript from './customer-service.topic-advisor.script.json';
import topicAdvisorTranscript from './customer-service.topic-advisor.transcript.json';
import topicOrderScript from './customer-service.topic-order.script.json';
import topicOrderTranscript from './customer-service.topic-order.transcript.json';
import topicRefundScript from './customer-service.topic-refund.script.json';
import topicRefundTranscript from './customer-service.topic-refund.transcript.json';
import topicSilenceScript from './customer-service.topic-silence.script.json';
import topicSilenceTranscript from './customer-service.topic-silence.transcript.json';
import welcomeSilenceScript from './customer-service.welcome-silence.script.json';
import welcomeSilenceTranscript from './customer-service.welcome-silence.transcript.json';

/** The golden conversations of customer-service, by case. */
export const customerServiceGoldens: Record<string, WrittenGolden> = {
  'address-advisor': { script: addressAdvisorScript, transcript: addressAdvisorTranscript },
  'address-shipped': { script: addressShippedScript, transcript: addressShippedTranscript },
  'address-silence': { script: addressSilenceScript, transcript: addressSilenceTranscript },
  'address-unclear': { script: addressUnclearScript, transcript: addressUnclearTranscript },
  'address-unsolved': { script: addressUnsolvedScript, transcript: addressUnsolvedTranscript },
  'not-understood': { script: notUnderstoodScript, transcript: notUnderstoodTranscript },
  'order-advisor': { script: orderAdvisorScript, transcript: orderAdvisorTranscript },
  'order-silence': { script: orderSilenceScript, transcript: orderSilenceTranscript },
  'order-solved': { script: orderSolvedScript, transcript: orderSolvedTranscript },
  'other-question': { script: otherQuestionScript, transcript: otherQuestionTranscript },
  'question-advisor': { script: questionAdvisorScript, transcript: questionAdvisorTranscript },
  'question-answered': { script: questionAnsweredScript, transcript: questionAnsweredTranscript },
  'question-silence': { script: questionSilenceScript, transcript: questionSilenceTranscript },
  'question-unsure': { script: questionUnsureScript, transcript: questionUnsureTranscript },
  'refund-advisor': { script: refundAdvisorScript, transcript: refundAdvisorTranscript },
  'refund-answer-silence': { script: refundAnswerSilenceScript, transcript: refundAnswerSilenceTranscript },
  'refund-silence': { script: refundSilenceScript, transcript: refundSilenceTranscript },
  'refund-solved': { script: refundSolvedScript, transcript: refundSolvedTranscript },
  'refund-unclear': { script: refundUnclearScript, transcript: refundUnclearTranscript },
  silence: { script: silenceScript, transcript: silenceTranscript },
  'stale-button': { script: staleButtonScript, transcript: staleButtonTranscript },
  'topic-address': { script: topicAddressScript, transcript: topicAddressTranscript },
  'topic-advisor': { script: topicAdvisorScript, transcript: topicAdvisorTranscript },
  'topic-order': { script: topicOrderScript, transcript: topicOrderTranscript },
  'topic-refund': { script: topicRefundScript, transcript: topicRefundTranscript },
  'topic-silence': { script: topicSilenceScript, transcript: topicSilenceTranscript },
  'welcome-silence': { script: welcomeSilenceScript, transcript: welcomeSilenceTranscript },
};
