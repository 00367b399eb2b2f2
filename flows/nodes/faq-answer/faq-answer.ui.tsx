import { BookOpen } from 'lucide-react';
import type { MessageContent } from '../../document/message-content';
import type { CardProps, NodeUi } from '../define-node-ui';
import { MessageBody } from '../message-body.ui';
import { VariableChip } from '../variable-chip.ui';

type Data = { question: MessageContent | null; variable: string | null; helped: { message: MessageContent } };

export const faqAnswerUi: NodeUi<Data> = { icon: BookOpen, Body: FaqAnswerCard };

/** The question it asks or where it takes it from, the place of the answer, and what is asked after it. */
function FaqAnswerCard({ data, language, languages, label }: CardProps<Data>) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {data.question ? <MessageBody message={data.question} language={language} languages={languages} /> : null}
      {!data.question && data.variable ? (
        <p className="flex min-w-0 items-center gap-1.5 text-[12px] leading-4 text-ink-2">
          <span className="shrink-0">{label('variable')}</span>
          <VariableChip name={data.variable} />
        </p>
      ) : null}
      <p className="flex items-center gap-1.5 text-[12px] leading-4 text-ink-3">
        <BookOpen aria-hidden size={12} strokeWidth={2} className="shrink-0" />
        <span className="min-w-0 truncate">{label('helped')}</span>
      </p>
      <MessageBody message={data.helped.message} language={language} languages={languages} />
    </div>
  );
}
