import { Hourglass } from 'lucide-react';
import type { NodeUi } from '../define-node-ui';

/** How long stands at the port. */
export const waitUi: NodeUi<object> = { icon: Hourglass, Body: null };
