import { askNode } from './ask/ask.node';
import { autoReplyNode } from './auto-reply/auto-reply.node';
import { businessHoursNode } from './business-hours/business-hours.node';
import { choicesNode } from './choices/choices.node';
import { closeNode } from './close/close.node';
import { conditionNode } from './condition/condition.node';
import { faqAnswerNode } from './faq-answer/faq-answer.node';
import { handOverNode } from './hand-over/hand-over.node';
import { httpRequestNode } from './http-request/http-request.node';
import { messageNode } from './message/message.node';
import { setVariableNode } from './set-variable/set-variable.node';
import { startNode } from './start/start.node';
import { waitNode } from './wait/wait.node';

/** Every step type, in the order of the palette. A new type is one folder, one line here and one in ui.ts. */
export const NODE_TYPES = [
  startNode,
  messageNode,
  askNode,
  choicesNode,
  autoReplyNode,
  faqAnswerNode,
  conditionNode,
  businessHoursNode,
  setVariableNode,
  httpRequestNode,
  waitNode,
  handOverNode,
  closeNode,
] as const;

export type NodeTypeName = (typeof NODE_TYPES)[number]['type'];
