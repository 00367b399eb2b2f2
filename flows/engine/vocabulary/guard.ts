import type { GuardJson, MachineContext } from '@/flows/compiler/machine-json';
import type { Turn } from '../turn';
import { answerValid } from './answers';
import { counterBelow } from './counters';
import { matchesCandidate, resultIs } from './knowledge';
import { matchesOption } from './matches-option';
import { openAt } from './open-at';
import { expressionHolds } from './variables';

type Guards = { [G in GuardJson as G['type']]: (turn: Turn, context: MachineContext, params: G['params']) => boolean };

/** The guards of vocabulary 3. */
export const guards: Guards = {
  'matches-option': (turn, _context, params) => matchesOption(turn, params),
  'counter-below': (_turn, context, params) => counterBelow(context, params),
  expression: expressionHolds,
  'answer-valid': answerValid,
  'open-at': (turn, _context, params) => openAt(turn, params),
  'result-is': (turn, _context, params) => resultIs(turn, params),
  'matches-candidate': matchesCandidate,
  all: (turn, context, { of }) => of.every((guard) => holds(guard, turn, context)),
};

function holds(guard: GuardJson, turn: Turn, context: MachineContext): boolean {
  const check = guards[guard.type] as (turn: Turn, context: MachineContext, params: GuardJson['params']) => boolean;
  return check(turn, context, guard.params);
}
