import { page } from '../../app/page';
import { store } from '../store/store';

export const router = [page, store];
