import type { ChannelCapabilities } from './channel-port';
import { WEB_CHAT_CAPABILITIES } from './web-chat/capabilities';

/** What each channel of this release can do, by its name in `ChannelConnection.channel`. */
const CAPABILITIES: Readonly<Record<string, ChannelCapabilities>> = {
  'web-chat': WEB_CHAT_CAPABILITIES,
};

/** The capability record of a channel; undefined for a channel this release does not have. */
export function capabilitiesOf(channel: string): ChannelCapabilities | undefined {
  return Object.hasOwn(CAPABILITIES, channel) ? CAPABILITIES[channel] : undefined;
}
