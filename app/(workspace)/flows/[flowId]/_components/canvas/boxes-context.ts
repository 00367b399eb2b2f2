'use client';

import { createContext } from 'react';
import type { Box } from '../../_editor/route-link';

/** Where the cards stand at this moment, also while one is dragged: links go around them. */
export const BoxesContext = createContext<readonly Box[]>([]);
