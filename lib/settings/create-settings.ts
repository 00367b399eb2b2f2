import type { ApiKeys } from './api-keys';
import type { Calendars } from './calendars';
import { createApiKeys } from './create-api-keys';
import { createCalendars } from './create-calendars';
import { createQueues } from './create-queues';
import { createSkills } from './create-skills';
import { createWidgets } from './create-widgets';
import { createWorkspaceSettings } from './create-workspace-settings';
import type { Queues } from './queues';
import type { SettingsDeps } from './settings-deps';
import type { Skills } from './skills';
import type { Widgets } from './widget';
import type { WorkspaceSettings } from './workspace-settings';

/** Use cases on what flows and routing stand on. */
export interface Settings {
  skills: Skills;
  queues: Queues;
  calendars: Calendars;
  widgets: Widgets;
  workspace: WorkspaceSettings;
  apiKeys: ApiKeys;
}

export function createSettings(deps: SettingsDeps): Settings {
  return {
    skills: createSkills(deps),
    queues: createQueues(deps),
    calendars: createCalendars(deps),
    widgets: createWidgets(deps),
    workspace: createWorkspaceSettings(deps),
    apiKeys: createApiKeys(deps),
  };
}
