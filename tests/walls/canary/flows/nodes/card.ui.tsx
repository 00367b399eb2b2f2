import { page } from '../../app/page';

export const card = page;
