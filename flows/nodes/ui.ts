import type { z } from 'zod';
import type { NODE_TYPES } from './index';
import { askUi } from './ask/ask.ui';
import { autoReplyUi } from './auto-reply/auto-reply.ui';
import { businessHoursUi } from './business-hours/business-hours.ui';
import { choicesUi } from './choices/choices.ui';
import { closeUi } from './close/close.ui';
import { conditionUi } from './condition/condition.ui';
import type { NodeUi } from './define-node-ui';
import { faqAnswerUi } from './faq-answer/faq-answer.ui';
import { handOverUi } from './hand-over/hand-over.ui';
import { httpRequestUi } from './http-request/http-request.ui';
import { messageUi } from './message/message.ui';
import { setVariableUi } from './set-variable/set-variable.ui';
import { startUi } from './start/start.ui';
import { waitUi } from './wait/wait.ui';

type Looks = { [T in (typeof NODE_TYPES)[number] as T['type']]: NodeUi<z.infer<T['data']>> };

/** How each step type looks. A type without its look, or a look that reads what the type does not have, is a type error here. */
export const nodeUis = {
  start: startUi,
  message: messageUi,
  choices: choicesUi,
  'auto-reply': autoReplyUi,
  'hand-over': handOverUi,
  close: closeUi,
  ask: askUi,
  'faq-answer': faqAnswerUi,
  condition: conditionUi,
  'business-hours': businessHoursUi,
  'set-variable': setVariableUi,
  'http-request': httpRequestUi,
  wait: waitUi,
} satisfies Looks;
