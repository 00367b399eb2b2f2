import type { z } from 'zod';
import type { NODE_TYPES } from './index';
import { autoReplyUi } from './auto-reply/auto-reply.ui';
import { choicesUi } from './choices/choices.ui';
import { closeUi } from './close/close.ui';
import type { NodeUi } from './define-node-ui';
import { handOverUi } from './hand-over/hand-over.ui';
import { messageUi } from './message/message.ui';
import { startUi } from './start/start.ui';

type Looks = { [T in (typeof NODE_TYPES)[number] as T['type']]: NodeUi<z.infer<T['data']>> };

/** How each step type looks. A type without its look, or a look that reads what the type does not have, is a type error here. */
export const nodeUis = {
  start: startUi,
  message: messageUi,
  choices: choicesUi,
  'auto-reply': autoReplyUi,
  'hand-over': handOverUi,
  close: closeUi,
} satisfies Looks;
