import { describeDiagnostic } from '@/flows/compiler/describe';
import { flowNames } from '@/flows/nodes/flow-names';
import { defaultRegistry } from '@/flows/nodes/registry';
import { testRunner, type TestResult } from '@/flows/simulator/test-runner';
import { describeFailure } from '@/lib/i18n/describe-failure';
import { translator } from '@/lib/i18n/translator';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { storedSuites } from '../stored-suites';
import { suiteBeside } from '../suite-beside';
import type { TestSuite } from '../test-suite';

interface Run {
  name: string;
  outcome: TestResult['outcome'];
  /** What is wrong, in words; absent from one that passes. */
  sentence?: string;
  result: TestResult;
}

/** `relais test [FLOW …]`: the golden conversations beside these files, or every saved test of the database on its flow's draft. */
export async function testFlows(context: CommandContext, files: readonly string[], options: { json: boolean; articles: string | undefined }): Promise<ExitCode> {
  const { print, say } = context;
  const suites = files.length > 0 ? files.map((file) => suiteBeside(file, options.articles, context)) : await storedSuites(context);
  const results = suites.map((suite) => ({ suite, runs: runsOf(suite, context) }));
  const runs = results.flatMap((result) => result.runs);
  const passed = runs.filter(({ outcome }) => outcome === 'passed').length;
  if (options.json) {
    print(JSON.stringify({ ok: passed === runs.length, passed, failed: runs.length - passed, flows: results.map(asJson) }, null, 2));
  } else {
    for (const { suite, runs: own } of results) {
      print(suite.name);
      for (const { name, sentence } of own) print(`  ${sentence === undefined ? '✓' : '✗'} ${name}${sentence === undefined ? '' : `  ${sentence}`}`);
      print(`  ${say('test.passed', { passed: own.filter(({ outcome }) => outcome === 'passed').length, total: own.length })}`);
    }
    if (results.length !== 1) print(say('test.all', { passed, total: runs.length }));
  }
  return passed === runs.length ? EXIT.ok : EXIT.found;
}

function runsOf({ document, tests, env }: TestSuite, { language }: CommandContext): Run[] {
  const run = testRunner(document, env);
  const names = flowNames(document, defaultRegistry, language);
  const say = translator(language, 'tests');
  return tests.map(({ name, script, transcript }): Run => {
    const result = run({ script, transcript });
    if (result.outcome === 'passed') return { name, outcome: 'passed', result };
    if (result.outcome === 'failed') return { name, outcome: 'failed', sentence: describeFailure(result, { script, names, say }), result };
    const [first] = result.diagnostics;
    return { name, outcome: 'not-sound', sentence: say('notSound', { sentence: first ? describeDiagnostic(first, language).sentence : '' }), result };
  });
}

function asJson({ suite, runs }: { suite: TestSuite; runs: Run[] }) {
  return {
    name: suite.name,
    tests: runs.map(({ name, outcome, sentence, result }) => ({
      name,
      outcome,
      ...(sentence !== undefined && { sentence }),
      ...(result.outcome === 'failed' && { difference: result.difference, stopped: result.stopped }),
      ...(result.outcome === 'not-sound' && { diagnostics: result.diagnostics }),
    })),
  };
}
