import type { Liquid, Template } from 'liquidjs';
import type { JsonObject } from '../document/json';
import { BoundedMap } from './bounded-map';
import { Budget } from './budget';
import { FencedContext, LONGEST_TEMPLATE, createTemplateEngine } from './template-engine';
import { type TemplateFault, findTemplateFault } from './template-faults';

export type TemplateCheck = { ok: true } | ({ ok: false } & TemplateFault);

/** `code` is one of the engine's failure codes. */
export type Rendered = { ok: true; text: string } | { ok: false; code: 'limit-exceeded' | 'expression-failed'; detail: string };

export interface RenderOptions {
  locale: string;
  limits: { textLength: number };
  /** Applied to the text of every value put in. */
  encode?: (text: string) => string;
}

/**
 * Whether a text is a template that can run: Liquid, less everything that reads files, the clock or chance.
 * `at` is the offset of the fault in characters, `message` technical English for a log or a tooltip.
 */
export function checkTemplate(source: string): TemplateCheck {
  const parsed = parse(source);
  return Array.isArray(parsed) ? { ok: true } : { ok: false, ...parsed };
}

/** Names a template reads from its environment, each once; none when it cannot be parsed. Names it gives itself are its own. */
export function templateNames(source: string): string[] {
  const parsed = parse(source);
  if (!Array.isArray(parsed) || parsed.length === 0) return [];
  engine ??= createTemplateEngine();
  return engine.globalVariablesSync(parsed);
}

/** Fills a template. Never throws; the same inputs give the same text on every machine. */
export function renderTemplate(source: string, environment: JsonObject, { locale, limits, encode }: RenderOptions): Rendered {
  const rendered = isPlain(source) ? { ok: true as const, text: source } : run(source, environment, locale, encode);
  if (rendered.ok && rendered.text.length > limits.textLength) {
    return { ok: false, code: 'limit-exceeded', detail: `text of ${rendered.text.length} characters, ${limits.textLength} allowed` };
  }
  return rendered;
}

/** Units of work of one rendering, see Budget. */
const WORK = 200_000;
const CACHED_TEMPLATES = 2000;

let engine: Liquid | undefined;
const cache = new BoundedMap<string, Template[] | TemplateFault>(CACHED_TEMPLATES);

/** Most messages hold no template at all. */
function isPlain(source: string): boolean {
  return !source.includes('{');
}

function parse(source: string): Template[] | TemplateFault {
  if (isPlain(source)) return [];
  if (source.length > LONGEST_TEMPLATE) return { code: 'too-long', message: `longer than ${LONGEST_TEMPLATE} characters` };
  return cache.get(source, () => {
    try {
      engine ??= createTemplateEngine();
      const templates = engine.parse(source);
      return findTemplateFault(templates) ?? templates;
    } catch (error) {
      return { code: 'syntax', message: messageOf(error), ...positionOf(error) };
    }
  });
}

function run(source: string, environment: JsonObject, locale: string, encode: ((text: string) => string) | undefined): Rendered {
  const parsed = parse(source);
  if (!Array.isArray(parsed)) return { ok: false, code: 'expression-failed', detail: parsed.message };
  const budget = new Budget(WORK);
  try {
    engine ??= createTemplateEngine();
    const text: unknown = engine.renderSync(parsed, new FencedContext(environment, budget, locale, engine, encode));
    return { ok: true, text: String(text) };
  } catch (error) {
    const detail = messageOf(error);
    // The second sentence is LiquidJS's own, for lists it makes itself (ranges).
    const spent = budget.exhausted || detail.includes('memory alloc limit exceeded');
    return { ok: false, code: spent ? 'limit-exceeded' : 'expression-failed', detail };
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

function positionOf(error: unknown): { at?: number } {
  const begin = (error as { token?: { begin?: unknown } }).token?.begin;
  return typeof begin === 'number' ? { at: begin } : {};
}
