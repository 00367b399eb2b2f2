import { MessageSquare } from 'lucide-react';
import type { MessageContent } from '../../document/message-content';
import type { CardProps, NodeUi } from '../define-node-ui';
import { MessageBody } from '../message-body.ui';

type Data = { message: MessageContent };

export const messageUi: NodeUi<Data> = { icon: MessageSquare, Body: MessageCard };

function MessageCard({ data, language, languages }: CardProps<Data>) {
  return <MessageBody message={data.message} language={language} languages={languages} />;
}
