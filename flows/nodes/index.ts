import { autoReplyNode } from './auto-reply/auto-reply.node';
import { choicesNode } from './choices/choices.node';
import { closeNode } from './close/close.node';
import { handOverNode } from './hand-over/hand-over.node';
import { messageNode } from './message/message.node';
import { startNode } from './start/start.node';

/** Every step type, in the order of the palette. A new type is one folder, one line here and one in ui.ts. */
export const NODE_TYPES = [startNode, messageNode, choicesNode, autoReplyNode, handOverNode, closeNode] as const;

export type NodeTypeName = (typeof NODE_TYPES)[number]['type'];
