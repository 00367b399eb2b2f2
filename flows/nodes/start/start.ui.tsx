import { Play } from 'lucide-react';
import type { NodeUi } from '../define-node-ui';

export const startUi: NodeUi<object> = { icon: Play, Body: null };
