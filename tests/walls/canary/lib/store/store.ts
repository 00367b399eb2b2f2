export const store = 'a store';
