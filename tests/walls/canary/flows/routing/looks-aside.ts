import { impure } from '../engine/step';

export const aside = impure;
