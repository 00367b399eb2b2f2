import { up } from '../../../flows/document/looks-up';

export const two = up;
