export interface StormOrder {
  url: string;
  key: string;
  seconds: number;
  /** Messages of each of the 64 senders that measure the sustainable rate. */
  sustainedMessages: number;
}

export interface Sent {
  id: string;
  visitor: number;
  at: number;
  answeredAt: number;
  status: number;
  retryAfter: string | null;
  code: string | null;
  seq: number | null;
}

export interface StormReport {
  kind: 'report';
  /** Messages per second. */
  sustainedBefore: number;
  sustainedAfter: number;
  offered: number;
  sent: Sent[];
  /** How many of them the storm was. */
  storm: number;
}
