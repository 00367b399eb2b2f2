import { createHash } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace, type Attributes, type Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type IdGenerator } from '@opentelemetry/sdk-trace-base';
import type { Instruments } from './instruments';

export interface Tracing {
  instruments: Pick<Instruments, 'request' | 'turn' | 'attempt'>;
  /** Sends what waits, within two seconds. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 2000;

interface Seen {
  at: number;
  took: number;
}

/**
 * Spans of requests, turns and attempts, sent to `url` in batches. All that belongs to a turn is one trace, whose id is
 * made of the turn's: parts in several processes, hours apart, meet in it without carrying anything along.
 */
export function startTracing(url: URL, failed: (error: unknown) => void): Tracing {
  const exporter = new OTLPTraceExporter({ url: url.href });
  // The library tells its failures to a global of its own; here they go where the program's go.
  const telling: typeof exporter.export = exporter.export.bind(exporter);
  exporter.export = (spans, done) =>
    telling(spans, (result) => {
      if (result.error) failed(result.error);
      done(result);
    });
  const ids = new TurnIds();
  const provider = new BasicTracerProvider({
    idGenerator: ids,
    resource: resourceFromAttributes({ 'service.name': 'relais' }),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1000 })],
  });
  const tracer = provider.getTracer('relais');

  function span(name: string, kind: SpanKind, { at, took }: Seen, attributes: Attributes, context: Context, well: boolean): void {
    const made = tracer.startSpan(name, { kind, startTime: at, attributes }, context);
    if (!well) made.setStatus({ code: SpanStatusCode.ERROR });
    made.end(at + took);
  }

  /** What belongs to a turn hangs under its span, made already or not. */
  const under = (turn: string | null): Context =>
    turn === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...idsOf(turn), traceFlags: TraceFlags.SAMPLED, isRemote: true });

  return {
    instruments: {
      request: (seen) => {
        const { route, method, status, turn } = seen;
        const attributes = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status, ...(turn !== null && { 'relais.turn': turn }) };
        span(`${method} ${route}`, SpanKind.SERVER, seen, attributes, under(turn), status < 500);
      },
      turn: (seen) => {
        const { turn, event, outcome, flowVersion, workspaceId } = seen;
        // A repeat changed nothing: its turn has its span.
        if (outcome === 'duplicate') return;
        ids.next = idsOf(turn);
        const attributes = { 'relais.turn': turn, 'relais.event': event, 'relais.outcome': outcome, 'relais.workspace': workspaceId, ...(flowVersion !== null && { 'relais.flow_version': flowVersion }) };
        span(`turn ${event}`, SpanKind.INTERNAL, seen, attributes, ROOT_CONTEXT, outcome !== 'quarantined');
        ids.next = null;
      },
      attempt: (seen) => {
        const { turn, effect, kind, attempt, result } = seen;
        const attributes = { ...(turn !== null && { 'relais.turn': turn }), 'relais.effect': effect, 'relais.attempt': attempt, 'relais.result': result };
        span(`effect ${kind}`, SpanKind.PRODUCER, seen, attributes, under(turn), result === 'done');
      },
    },
    async stop() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
      await Promise.race([provider.shutdown().catch(failed), late]);
    },
  };
}

/** Random ids, but for the next span when they are given. */
class TurnIds implements IdGenerator {
  next: { traceId: string; spanId: string } | null = null;

  generateTraceId(): string {
    return this.next?.traceId ?? random(16);
  }

  generateSpanId(): string {
    return this.next?.spanId ?? random(8);
  }
}

function random(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
}

function idsOf(turn: string): { traceId: string; spanId: string } {
  const hash = createHash('sha256').update(turn).digest('hex');
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) };
}
