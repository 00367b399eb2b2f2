import type { Caller } from '@/lib/auth/caller';
import type { FlowDeps } from './flow-deps';

/** Says to everyone who looks at the workspace's flows that this one has a new draft, after it is written. */
export function tellFlow({ hub }: Pick<FlowDeps, 'hub'>, caller: Caller, flowId: string, revision: number): void {
  const workspaceId = caller.workspace.id;
  hub.publish(`workspace:${workspaceId}`, { kind: 'flow', workspaceId, flowId, revision, authorId: caller.userId });
}
