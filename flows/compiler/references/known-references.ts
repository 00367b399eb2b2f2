import type { KnownReferences } from '../checks/check-references';

type Keyed = readonly { key: string }[];

interface Workspace {
  skills: Keyed;
  queues: Keyed;
  calendars: Keyed;
  secrets: Keyed;
  /** By public key; `flowId` is the flow that answers. */
  connections: readonly { key: string; flowId: string | null }[];
}

/** What a flow of this workspace may name. Without the flow's id its connections are not checked. */
export function knownReferences({ skills, queues, calendars, secrets, connections }: Workspace, flowId: string | null): KnownReferences {
  return {
    skills: keys(skills),
    queues: keys(queues),
    calendars: keys(calendars),
    secrets: keys(secrets),
    ...(flowId !== null && { connections: connections.map((connection) => ({ key: connection.key, own: connection.flowId === flowId })) }),
  };
}

const keys = (of: Keyed): string[] => of.map(({ key }) => key);
