import { cruise } from 'dependency-cruiser';
import type { IFlattenedRuleSet, ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
  options: Record<string, unknown>;
};

async function violations(paths: string[]): Promise<{ rules: Map<string, string[]>; modules: number }> {
  const { output } = await cruise(
    paths,
    { ...configuration.options, ruleSet: { forbidden: configuration.forbidden }, validate: true },
    undefined,
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  const { summary, modules } = output as ICruiseResult;
  const rules = new Map<string, string[]>();
  for (const { rule, from, to } of summary.violations) rules.set(rule.name, [...(rules.get(rule.name) ?? []), `${from} → ${to}`]);
  return { rules, modules: modules.filter((module) => !module.source.includes('node_modules')).length };
}

describe('the walls of the house', () => {
  it('catch every canary', async () => {
    const { rules } = await violations(['tests/walls/canary']);
    const layers = new Set(['flows-document-looks-down', 'flows-is-pure']);
    const expected = configuration.forbidden
      .map(({ name }) => name ?? '')
      // One canary stands for the layer rules, which are made by one function from one list.
      .filter((name) => !name.endsWith('-looks-down') || layers.has(name));
    expect([...rules.keys()].sort()).toEqual(expected.sort());
  });

  it('hold in the house itself, all of which was read', { timeout: 120_000 }, async () => {
    const { rules, modules } = await violations(['flows', 'lib', 'app']);
    expect(Object.fromEntries(rules)).toEqual({});
    expect(modules).toBeGreaterThan(150);
  });
});
