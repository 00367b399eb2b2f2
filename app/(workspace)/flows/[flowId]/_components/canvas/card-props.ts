import type { StepView } from '../../_editor/use-step';

/** What every form of a card is given. */
export interface StepCardProps {
  step: StepView;
  selected: boolean;
  index: number;
  total: number;
}
