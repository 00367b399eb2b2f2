import type { Locale } from '@/flows/document/localized-text';
import ask from './ask/ask.texts.json';
import autoReply from './auto-reply/auto-reply.texts.json';
import businessHours from './business-hours/business-hours.texts.json';
import choices from './choices/choices.texts.json';
import close from './close/close.texts.json';
import condition from './condition/condition.texts.json';
import faqAnswer from './faq-answer/faq-answer.texts.json';
import handOver from './hand-over/hand-over.texts.json';
import httpRequest from './http-request/http-request.texts.json';
import type { NodeTypeName } from './index';
import message from './message/message.texts.json';
import setVariable from './set-variable/set-variable.texts.json';
import start from './start/start.texts.json';
import wait from './wait/wait.texts.json';

/** What a step type is called and how its parts are explained, in one language of the interface. */
export interface NodeTexts {
  name: string;
  summary: string;
  /** By port label key. */
  ports: Record<string, string>;
  /** By place in the data without positions (`options.label`); values of an enumeration as `priority.high`. */
  fields: Record<string, { label: string; help: string }>;
}

const TEXTS: Record<NodeTypeName, Record<'en' | 'fr', NodeTexts>> = {
  start,
  message,
  choices,
  'auto-reply': autoReply,
  'hand-over': handOver,
  close,
  ask,
  'faq-answer': faqAnswer,
  condition,
  'business-hours': businessHours,
  'set-variable': setVariable,
  'http-request': httpRequest,
  wait,
};

/** English for a language Relais is not translated into; the type's own name for a type it does not know. */
export function nodeTexts(type: string, locale: Locale): NodeTexts {
  const texts = Object.hasOwn(TEXTS, type) ? TEXTS[type as NodeTypeName] : undefined;
  if (!texts) return { name: type, summary: '', ports: {}, fields: {} };
  return locale.split('-')[0] === 'fr' ? texts.fr : texts.en;
}
