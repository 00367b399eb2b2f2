import { readFileSync } from 'node:fs';
import { clsx } from 'clsx';
import { store } from '../../lib/store/store';

export const impure = [readFileSync, clsx, store];
