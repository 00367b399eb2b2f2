import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from '../browser/program';
import { storm } from '../overload/storm';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program?.stop());

test('ten times the sustainable rate for a minute: honest answers, nothing lost, the quiet ones served, all well afterwards', async () => {
  await storm(program, 60);
  expect(program.output()).not.toMatch(/"level":(50|60)/);
});
