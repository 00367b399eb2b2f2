import { Flag } from 'lucide-react';
import type { MessageContent } from '../../document/message-content';
import type { CardProps, NodeUi } from '../define-node-ui';
import { MessageBody } from '../message-body.ui';

type Data = { message: MessageContent | null; disposition: string };

export const closeUi: NodeUi<Data> = { icon: Flag, Body: CloseCard };

function CloseCard({ data, language, languages, label }: CardProps<Data>) {
  if (!data.message && !data.disposition) return null;
  return (
    <div className="flex flex-col gap-1.5">
      {data.message && <MessageBody message={data.message} language={language} languages={languages} />}
      {data.disposition && (
        <dl className="flex gap-1 text-[12px] leading-4">
          <dt className="shrink-0 text-ink-3 after:content-['\00a0·']">{label('disposition')}</dt>
          <dd className="min-w-0 truncate text-ink-2">{data.disposition}</dd>
        </dl>
      )}
    </div>
  );
}
