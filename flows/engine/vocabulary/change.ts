import type { ActionJson, MachineContext } from '@/flows/compiler/machine-json';
import type { Turn } from '../turn';
import { count, reset } from './counters';
import { holdMessage, takeValues } from './http';
import { keepResult } from './knowledge';
import { assignExpression, assignTemplate, assignVariable } from './variables';

type ChangeName = 'count' | 'reset' | 'assign' | 'assign-template' | 'assign-expression' | 'keep-result' | 'take-values' | 'hold-message';
type Changes = { [A in Extract<ActionJson, { type: ChangeName }> as A['type']]: (turn: Turn, context: MachineContext, params: A['params']) => Partial<MachineContext> };

/** The actions of vocabulary 3 that change the machine's context and nothing else. */
export const CHANGES: Changes = {
  count: (_turn, context, params) => count(context, params),
  reset: (_turn, context, params) => reset(context, params),
  assign: (_turn, context, params) => assignVariable(context, params),
  'assign-template': assignTemplate,
  'assign-expression': assignExpression,
  'keep-result': keepResult,
  'take-values': takeValues,
  'hold-message': (turn, context) => holdMessage(turn, context),
};
