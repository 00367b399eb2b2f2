import { Avatar } from '@/lib/ui/avatar';
import { ChannelIcon } from './channel-icon';

/** A customer's initials with the sign of the channel she writes on. */
export function CustomerAvatar({ name, channel, size = 36, className }: { name: string; channel?: string; size?: number; className?: string }) {
  return (
    <span className={`relative inline-flex shrink-0 ${className ?? ''}`}>
      <Avatar name={name} size={size} />
      {channel ? (
        <span className="absolute -right-1 -bottom-1 flex size-[18px] items-center justify-center rounded-full bg-surface text-ink-2">
          <ChannelIcon channel={channel} size={12} />
        </span>
      ) : null}
    </span>
  );
}
