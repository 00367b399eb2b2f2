import { store } from '../lib/store/store';

export const page = store;
