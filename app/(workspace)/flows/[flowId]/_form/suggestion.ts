/** Something a person may mean by what she has begun to write. */
export interface Suggestion {
  /** What is written. */
  insert: string;
  /** Where the caret then stands, counted back from the end of `insert`. */
  back?: number;
  kind: 'variable' | 'customer' | 'secret' | 'function' | 'filter' | 'word';
  /** A type of variable, or the text key of what a function or filter does. */
  detail: string;
  /** The author's name for it. */
  label?: string;
}

/** What can stand in the place between `from` and `to`, best first. */
export interface Suggestions {
  from: number;
  to: number;
  items: readonly Suggestion[];
}

/** Those that begin with what is written, then those that hold it; by what is inserted and by the author's name. */
export function fitting(all: readonly Suggestion[], written: string): Suggestion[] {
  const wanted = written.toLowerCase();
  const rank = ({ insert, label = '' }: Suggestion) => {
    const texts = [insert.toLowerCase(), label.toLowerCase()];
    if (texts.some((text) => text.startsWith(wanted))) return 0;
    return texts.some((text) => text.includes(wanted)) ? 1 : 2;
  };
  return all.filter((each) => rank(each) < 2).sort((a, b) => rank(a) - rank(b));
}
