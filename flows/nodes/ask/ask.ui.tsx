import { MessageCircleQuestionMark } from 'lucide-react';
import type { MessageContent } from '../../document/message-content';
import type { CardProps, NodeUi } from '../define-node-ui';
import { MessageBody } from '../message-body.ui';
import { VariableChip } from '../variable-chip.ui';

type Data = { message: MessageContent; answer: { kind: string }; variable: string | null };

export const askUi: NodeUi<Data> = { icon: MessageCircleQuestionMark, Body: AskCard };

/** The question, then what is expected and where it is kept. */
function AskCard({ data, language, languages, label }: CardProps<Data>) {
  return (
    <div className="flex flex-col gap-1.5">
      <MessageBody message={data.message} language={language} languages={languages} />
      <p className="flex min-w-0 items-center gap-1.5 text-[12px] leading-4 text-ink-2">
        <span className="min-w-0 truncate">{label(`answer.kind.${data.answer.kind}`)}</span>
        {data.variable && (
          <>
            <span aria-hidden>→</span>
            <VariableChip name={data.variable} />
          </>
        )}
      </p>
    </div>
  );
}
