import { Globe, MessageCircle } from 'lucide-react';

/** The sign of a channel. Decorative: its name stands beside or is read aloud. */
export function ChannelIcon({ channel, size = 14 }: { channel: string; size?: number }) {
  const Icon = channel === 'web-chat' ? Globe : MessageCircle;
  return <Icon aria-hidden size={size} strokeWidth={size < 14 ? 2 : 1.75} />;
}
