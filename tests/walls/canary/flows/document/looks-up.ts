import { impure } from '../engine/step';

export const up = impure;
