import { CircleCheckBig } from 'lucide-react';
import type { MessageContent } from '../../document/message-content';
import type { CardProps, NodeUi } from '../define-node-ui';
import { MessageBody } from '../message-body.ui';

type Data = { message: MessageContent };

export const autoReplyUi: NodeUi<Data> = { icon: CircleCheckBig, Body: AutoReplyCard };

function AutoReplyCard({ data, language, languages }: CardProps<Data>) {
  return <MessageBody message={data.message} language={language} languages={languages} />;
}
