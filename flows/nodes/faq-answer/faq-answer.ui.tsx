import { BookOpen } from 'lucide-react';
import type { MessageContent } from '../../document/message-content';
import type { CardProps, NodeUi } from '../define-node-ui';
import { MessageBody } from '../message-body.ui';
import { VariableChip } from '../variable-chip.ui';

type Data = { question: MessageContent | null; variable: string | null };

export const faqAnswerUi: NodeUi<Data> = { icon: BookOpen, Body: FaqAnswerCard };

/** The question it asks, or where it takes it from. */
function FaqAnswerCard({ data, language, languages, label }: CardProps<Data>) {
  if (data.question) return <MessageBody message={data.question} language={language} languages={languages} />;
  if (!data.variable) return null;
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-[12px] leading-4 text-ink-2">
      <span className="shrink-0">{label('variable')}</span>
      <VariableChip name={data.variable} />
    </p>
  );
}
