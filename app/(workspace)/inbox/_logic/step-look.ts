import type { LucideIcon } from 'lucide-react';
import { Circle } from 'lucide-react';
import type { Family } from '@/flows/nodes/define-node';
import { defaultRegistry } from '@/flows/nodes/registry';
import { nodeUis } from '@/flows/nodes/ui';

/** Family and icon of a step type; a plain disc for a type this program does not know. */
export function stepLook(type: string): { family: Family; icon: LucideIcon } {
  const family = defaultRegistry.get(type)?.family ?? 'finish';
  const icon = Object.hasOwn(nodeUis, type) ? nodeUis[type as keyof typeof nodeUis].icon : Circle;
  return { family, icon };
}
