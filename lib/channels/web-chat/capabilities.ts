import type { ChannelCapabilities } from '../channel-port';

/** Web chat is our own: the limits are those of a readable screen. Ten buttons is what a step may offer. */
export const WEB_CHAT_CAPABILITIES: ChannelCapabilities = {
  maxButtons: 10,
  labelMax: 80,
  listMax: 0,
  textMax: 4096,
  receipts: ['sent', 'delivered', 'read'],
  typing: true,
  media: null,
  windowHours: null,
};
