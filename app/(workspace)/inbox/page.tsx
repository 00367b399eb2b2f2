import { NoConversation } from './_components/no-conversation';

export default function InboxPage() {
  return <NoConversation />;
}
