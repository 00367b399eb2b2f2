/** What a dragged palette item carries: the name of its step type. */
export const STEP_DRAG_TYPE = 'application/x-relais-step';
