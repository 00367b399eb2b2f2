/** The inspector's element, where Enter on a card puts the keyboard. */
export const INSPECTOR_ID = 'studio-inspector';
