import { createFlow } from './create-flow';
import type { FlowDeps } from './flow-deps';
import type { Flows } from './flows';
import { getFlow } from './get-flow';
import { getVersion } from './get-version';
import { listFlows } from './list-flows';
import { listVersions } from './list-versions';
import { publishFlow } from './publish-flow';
import { saveFlow } from './save-flow';
import { workspaceCalendars } from './workspace-calendars';
import { workspaceReferences } from './workspace-references';

/** The use cases on flows over the database. */
export function createFlows(deps: FlowDeps): Flows {
  return {
    list: (caller) => listFlows(deps, caller),
    get: (caller, id) => getFlow(deps, caller, id),
    create: (caller, name) => createFlow(deps, caller, name),
    save: (caller, input) => saveFlow(deps, caller, input),
    publish: (caller, input) => publishFlow(deps, caller, input),
    versions: (caller, id) => listVersions(deps, caller, id),
    version: (caller, input) => getVersion(deps, caller, input),
    references: (caller) => workspaceReferences(deps.prisma, caller.workspace.id),
    calendars: (caller) => workspaceCalendars(deps.prisma, caller.workspace.id),
  };
}
