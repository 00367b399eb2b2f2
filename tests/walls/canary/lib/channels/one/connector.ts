import { two } from '../two/connector';

export const one = two;
