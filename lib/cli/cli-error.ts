/** Stops a command with a sentence for the person who called it. */
export class CliError extends Error {
  constructor(
    sentence: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(sentence);
    this.name = 'CliError';
  }
}
