import { List } from 'lucide-react';
import type { MessageContent } from '../../document/message-content';
import type { CardProps, NodeUi } from '../define-node-ui';
import { MessageBody } from '../message-body.ui';

type Data = { message: MessageContent };

export const choicesUi: NodeUi<Data> = { icon: List, Body: ChoicesCard };

/** The question only: the options are ports, drawn as the customer's buttons by the frame. */
function ChoicesCard({ data, language, languages }: CardProps<Data>) {
  return <MessageBody message={data.message} language={language} languages={languages} />;
}
