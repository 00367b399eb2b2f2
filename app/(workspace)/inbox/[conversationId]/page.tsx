import { ConversationPane } from '../_components/conversation-pane';

export default async function ConversationPage({ params }: { params: Promise<{ conversationId: string }> }) {
  const { conversationId } = await params;
  return <ConversationPane key={conversationId} id={conversationId} />;
}
