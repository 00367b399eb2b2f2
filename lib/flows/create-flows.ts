import { archiveFlow } from './archive-flow';
import { createFlow } from './create-flow';
import { createFromTemplate } from './create-from-template';
import { duplicateFlow } from './duplicate-flow';
import type { FlowDeps } from './flow-deps';
import type { Flows } from './flows';
import { getFlow } from './get-flow';
import { getVersion } from './get-version';
import { importFlow } from './import-flow';
import { listFlows } from './list-flows';
import { listTemplates } from './list-templates';
import { listVersions } from './list-versions';
import { publishFlow } from './publish-flow';
import { renameFlow } from './rename-flow';
import { rollbackFlow } from './rollback-flow';
import { saveFlow } from './save-flow';
import { workspaceCalendars } from './workspace-calendars';
import { workspaceReferences } from './workspace-references';

/** The use cases on flows over the database. */
export function createFlows(deps: FlowDeps): Flows {
  return {
    list: (caller, archived) => listFlows(deps, caller, archived),
    get: (caller, id) => getFlow(deps, caller, id),
    create: (caller, name) => createFlow(deps, caller, name),
    templates: (caller) => listTemplates(deps, caller),
    createFromTemplate: (caller, input) => createFromTemplate(deps, caller, input),
    duplicate: (caller, input) => duplicateFlow(deps, caller, input),
    import: (caller, input) => importFlow(deps, caller, input),
    rename: (caller, input) => renameFlow(deps, caller, input),
    archive: (caller, input) => archiveFlow(deps, caller, input),
    save: (caller, input) => saveFlow(deps, caller, input),
    publish: (caller, input) => publishFlow(deps, caller, input),
    versions: (caller, id) => listVersions(deps, caller, id),
    version: (caller, input) => getVersion(deps, caller, input),
    rollback: (caller, input) => rollbackFlow(deps, caller, input),
    references: async (caller) => {
      const all = await workspaceReferences(deps.prisma, caller.workspace.id);
      return caller.permissions.includes('flows.read') ? all : { ...all, secrets: [] };
    },
    calendars: (caller) => workspaceCalendars(deps.prisma, caller.workspace.id),
  };
}
