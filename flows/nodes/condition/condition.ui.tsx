import { Split } from 'lucide-react';
import type { CardProps, NodeUi } from '../define-node-ui';
import { VariableChip } from '../variable-chip.ui';
import { takesValue } from './operators';
import type { ConditionTest } from './test-source';

interface Case {
  id: string;
  match: 'all' | 'any';
  tests: ConditionTest[];
  expression: string | null;
}
type Data = { cases: Case[] };

export const conditionUi: NodeUi<Data> = { icon: Split, Body: ConditionCard };

/** Each case in words, in the order they are tried; its name stands at its port. */
function ConditionCard({ data, label }: CardProps<Data>) {
  const told = data.cases.filter(({ tests, expression }) => expression !== null || tests.length > 0);
  if (told.length === 0) return null;
  return (
    <ol className="flex flex-col gap-1.5">
      {told.map((one) => (
        <li key={one.id} className="min-w-0 text-[12px] leading-[18px] text-ink-2">
          {one.expression === null ? <Rows tests={one.tests} match={one.match} label={label} /> : <code className="line-clamp-3 font-mono text-[11px] break-words">{one.expression}</code>}
        </li>
      ))}
    </ol>
  );
}

function Rows({ tests, match, label }: { tests: ConditionTest[]; match: Case['match']; label: CardProps<Data>['label'] }) {
  return (
    <>
      {tests.length > 1 && <p className="text-ink-3">{label(`cases.match.${match}`)}</p>}
      {tests.map(({ variable, operator, value }, index) => (
        <p key={index} className="flex min-w-0 flex-wrap items-baseline gap-x-1">
          <VariableChip name={variable} />
          <span>{label(`cases.tests.operator.${operator}`)}</span>
          {takesValue(operator) && value !== null && <span className="min-w-0 truncate font-semibold text-ink">{String(value)}</span>}
        </p>
      ))}
    </>
  );
}
