import type { ChannelConnector } from './channel-port';
import { webChatConnector } from './web-chat/web-chat.connector';

/** Every connector of this release, by the name that `ChannelConnection.channel` holds. */
export function createConnectors(now: () => number): ReadonlyMap<string, ChannelConnector<unknown>> {
  const connectors: ChannelConnector<unknown>[] = [webChatConnector(now)];
  return new Map(connectors.map((connector) => [connector.channel, connector]));
}
