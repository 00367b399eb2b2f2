import { CircleHelp } from 'lucide-react';
import type { Family } from '@/flows/nodes/define-node';
import type { NodeUi } from '@/flows/nodes/define-node-ui';
import { defaultRegistry } from '@/flows/nodes/registry';
import { nodeUis } from '@/flows/nodes/ui';

const UNKNOWN: NodeUi = { icon: CircleHelp, Body: null };

/** The look of a step type; a question mark for one this program does not know. */
export function uiOf(type: string): NodeUi {
  return Object.hasOwn(nodeUis, type) ? (nodeUis[type as keyof typeof nodeUis] as NodeUi) : UNKNOWN;
}

export function familyOf(type: string): Family {
  return defaultRegistry.get(type)?.family ?? 'finish';
}
