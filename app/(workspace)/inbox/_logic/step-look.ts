import type { LucideIcon } from 'lucide-react';
import { Circle } from 'lucide-react';
import type { Family } from '@/flows/nodes/define-node';
import { defaultRegistry } from '@/flows/nodes/registry';
import { nodeUis } from '@/flows/nodes/ui';
import type { PathStep } from './view-models';

/** Family and icon of a step type; a plain disc for a type this program does not know. */
export function stepLook(type: string): { family: Family; icon: LucideIcon } {
  const family = defaultRegistry.get(type)?.family ?? 'finish';
  const icon = Object.hasOwn(nodeUis, type) ? nodeUis[type as keyof typeof nodeUis].icon : Circle;
  return { family, icon };
}

/** A path without its entry: everybody comes in there, so it explains nothing. */
export function withoutEntry(path: readonly PathStep[]): PathStep[] {
  return path.filter((step) => defaultRegistry.get(step.type)?.entry !== true);
}
