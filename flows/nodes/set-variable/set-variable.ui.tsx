import { PencilLine } from 'lucide-react';
import type { Json } from '../../document/json';
import { pickText, type LocalizedText } from '../../document/localized-text';
import type { CardProps, NodeUi } from '../define-node-ui';
import { VariableChip } from '../variable-chip.ui';

type Value = { kind: 'literal'; value: Json } | { kind: 'template'; template: LocalizedText } | { kind: 'expression'; source: string } | { kind: 'clear' };
type Data = { assignments: { variable: string; value: Value }[] };

export const setVariableUi: NodeUi<Data> = { icon: PencilLine, Body: SetVariableCard };

/** One line per value, in the order they are given. */
function SetVariableCard({ data, language, languages }: CardProps<Data>) {
  const shown = data.assignments.filter(({ variable }) => variable !== '');
  if (shown.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {shown.map(({ variable, value }, index) => (
        <li key={index} className="flex min-w-0 items-baseline gap-1 text-[12px] leading-[18px] text-ink-2">
          <VariableChip name={variable} />
          <span aria-hidden>=</span>
          <span className={`min-w-0 truncate ${value.kind === 'expression' ? 'font-mono text-[11px]' : 'text-ink'}`}>{wordsOf(value, language, languages)}</span>
        </li>
      ))}
    </ul>
  );
}

function wordsOf(value: Value, language: string, languages: readonly string[]): string {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
    case 'template':
      return pickText(value.template, language, languages);
    case 'expression':
      return value.source;
    case 'clear':
      return '∅';
  }
}
