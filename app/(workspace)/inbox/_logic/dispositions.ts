/** How a conversation can have ended, as an agent states it; messages `inbox.disposition`. */
export const DISPOSITIONS = ['resolved', 'answered', 'follow-up', 'no-reply', 'duplicate', 'unwanted'] as const;
