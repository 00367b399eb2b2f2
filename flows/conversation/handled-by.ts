export type HandledBy = 'bot' | 'agent' | 'hybrid';

/**
 * Who had a part in a case: a flow that ran, an agent who owned or answered it, or both. A case nobody had a part in
 * (closed while it waited, no flow published) counts as the agents': it was theirs to take.
 */
export function handledBy(took: { bot: boolean; agent: boolean }): HandledBy {
  if (took.bot && took.agent) return 'hybrid';
  return took.bot ? 'bot' : 'agent';
}
