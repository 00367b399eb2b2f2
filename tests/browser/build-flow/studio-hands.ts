import type { Locator } from '@playwright/test';

/** A step as the canvas names it: its title in the language of the canvas, and what kind it is. */
export interface StepName {
  title: string;
  kind: string;
}

/** What a person does in the studio, with a mouse or with keys only. Controls are given by role and label. */
export interface StudioHands {
  /** A button, a link or a switch. */
  press(control: Locator): Promise<void>;
  /** Makes a field hold this text and nothing else. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses from the list that a box opens; nothing when it is chosen already. */
  choose(box: Locator, option: string): Promise<void>;
  /** Chooses from the menu that a button opens. */
  pick(button: Locator, entry: string): Promise<void>;
  /** Chooses one of a few that stand side by side. */
  switchTo(group: Locator, option: RegExp): Promise<void>;
  /** Makes the canvas ready for the first step. */
  prepare(start: StepName): Promise<void>;
  /** Adds a step of a kind, which `port` of `after` is to lead to, and goes into its form. */
  add(kind: string, after: StepName, port: string): Promise<void>;
  link(from: StepName, port: string, to: StepName): Promise<void>;
  openPublishing(): Promise<void>;
}
