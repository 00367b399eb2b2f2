import { Context, type Emitter, type FS, Liquid, type Template, defaultOperators, toValue } from 'liquidjs';
import type { Budget } from './budget';
import { TEMPLATE_FILTERS, chargeFor } from './template-filters';
import { textOf } from './template-values';

/** Tags a template may use: none that reads a file, keeps a counter between messages, or takes program text. */
const TAGS = new Set(['assign', 'capture', 'if', 'unless', 'case', 'for', 'break', 'continue', 'comment', 'raw', 'echo', '#']);

/** The longest template that is parsed, in characters. */
export const LONGEST_TEMPLATE = 16_384;

/** What one rendering sees: the environment, the language to write in, and the work it may still do. */
export class FencedContext extends Context {
  constructor(
    environment: object,
    readonly budget: Budget,
    readonly locale: string,
    engine: Liquid,
    readonly encode: (text: string) => string = (text) => text,
  ) {
    super(environment, engine.options, { sync: true }, { liquid: engine });
  }

  /** The loop's own object is the only thing with methods in reach: only what it is meant to tell is told. */
  override readProperty(object: object, key: Parameters<Context['readProperty']>[1]): unknown {
    this.budget.spend(1);
    const name: unknown = toValue(key);
    if (typeof name === 'string' && FORBIDDEN_NAMES.has(name)) return undefined;
    if (isLoop(object) && !LOOP_PROPERTIES.has(String(name))) return undefined;
    return super.readProperty(object, key);
  }
}

export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const LOOP_PROPERTIES = new Set(['first', 'last', 'index', 'index0', 'rindex', 'rindex0', 'length']);

/** LiquidJS with everything taken out that touches the world, the clock or chance, and a count instead of its stop-watch. */
export function createTemplateEngine(): Liquid {
  const engine = new Liquid({
    fs: NO_FILES,
    relativeReference: false,
    locale: 'en',
    timezoneOffset: 0,
    strictFilters: true,
    strictVariables: false,
    ownPropertyOnly: true,
    parseLimit: LONGEST_TEMPLATE,
    memoryLimit: 100_000,
    operators: { ...defaultOperators, contains },
    outputEscape: function (this: unknown, value: unknown) {
      const { budget, encode } = contextOf(this);
      return encode(textOf(value, budget));
    },
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) Reflect.deleteProperty(engine.tags, name);
  for (const name of Object.keys(engine.filters)) engine.unregisterFilter(name);
  for (const [name, filter] of Object.entries(TEMPLATE_FILTERS)) {
    engine.registerFilter(name, function (value: unknown, ...args: unknown[]) {
      const { budget, locale } = contextOf(this);
      const result = filter(value, args, { budget, locale });
      chargeFor(result, budget);
      return result;
    });
  }
  engine.renderer.renderTemplates = renderTemplates;
  return engine;
}

/** Stands in for LiquidJS's own loop, which reads the time at every step. Every pass through a block of a `for` comes here. */
function* renderTemplates(templates: Template[], context: Context, emitter: Emitter = new FencedEmitter(contextOf({ context }).budget)): IterableIterator<unknown> {
  const { budget } = contextOf({ context });
  budget.spend(1);
  for (const template of templates) {
    budget.spend(1);
    const written: unknown = yield template.render(context, emitter);
    if (written) emitter.write(written);
    if (context.breakCalled || context.continueCalled) break;
  }
  return emitter.buffer;
}

class FencedEmitter implements Emitter {
  buffer = '';

  constructor(private readonly budget: Budget) {}

  write(html: unknown): void {
    const text = textOf(html, this.budget);
    this.budget.spend(text.length);
    this.buffer += text;
  }
}

function contextOf(self: unknown): FencedContext {
  const context = (self as { context?: unknown }).context;
  if (context instanceof FencedContext) return context;
  throw new Error('rendered outside the fence');
}

function isLoop(object: unknown): boolean {
  return typeof object === 'object' && object !== null && 'rindex0' in object && !Object.hasOwn(object, 'rindex0');
}

/** LiquidJS's calls any `indexOf` it finds, and a search of a long text in a long text costs their product. */
function contains(left: unknown, right: unknown): boolean {
  const whole: unknown = toValue(left);
  const part: unknown = toValue(right);
  if (Array.isArray(whole)) return whole.includes(part);
  return typeof whole === 'string' && (typeof part === 'string' || typeof part === 'number') && whole.includes(String(part).slice(0, 1000));
}

const refuse = (): never => {
  throw new Error('templates read no files');
};

const NO_FILES: FS = {
  exists: () => Promise.resolve(false),
  existsSync: () => false,
  readFile: refuse,
  readFileSync: refuse,
  resolve: refuse,
  contains: () => Promise.resolve(false),
  containsSync: () => false,
  dirname: () => '',
  sep: '/',
};
