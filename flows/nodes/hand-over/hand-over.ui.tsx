import { UserRoundCheck } from 'lucide-react';
import type { MessageContent } from '../../document/message-content';
import type { CardProps, NodeUi } from '../define-node-ui';
import { MessageBody } from '../message-body.ui';

type Data = {
  message: MessageContent | null;
  skills: string[];
  queue: string | null;
  priority: string;
  mode: string;
};

export const handOverUi: NodeUi<Data> = { icon: UserRoundCheck, Body: HandOverCard };

/** Who is asked for, and how: skills as chips, then queue, mode and an unusual priority in words. */
function HandOverCard({ data, language, languages, label, nameOf }: CardProps<Data>) {
  const words = [
    data.queue === null ? null : nameOf('queue', data.queue),
    label(`mode.${data.mode}`),
    data.priority === 'normal' ? null : label(`priority.${data.priority}`),
  ].filter((word) => word !== null);
  return (
    <div className="flex flex-col gap-1.5">
      {data.message && <MessageBody message={data.message} language={language} languages={languages} />}
      {data.skills.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {data.skills.map((skill) => (
            <li key={skill} className="max-w-full truncate rounded-full bg-accent-tint px-2 text-[11px] leading-5 font-medium text-accent-ink">
              {nameOf('skill', skill)}
            </li>
          ))}
        </ul>
      )}
      <p className="text-[12px] leading-4 text-ink-2">{words.join(' · ')}</p>
    </div>
  );
}
