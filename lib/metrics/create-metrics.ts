import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { createFlowLabels } from './flow-labels';
import type { Instruments, TurnOutcome } from './instruments';
import { createLastMinute } from './last-minute';

/** Timers heard within this many milliseconds of their time are punctual. */
const PUNCTUAL_MS = 1000;
const NOISY = 5;
const NANO = 1e9;
const FAST = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LATE = [0.1, 1, 5, 15, 60, 300, 900, 3600, 21_600, 86_400];

/** What is counted when somebody asks, by the queue it stands in. */
export interface Depths {
  undrained: number;
  outbox: { kind: string; count: number }[];
  dead: number;
  timersDue: number;
  waitingForAgent: number;
  databaseBytes: number;
  freeBytes: number;
}

export interface Metrics {
  instruments: Partial<Instruments>;
  /** Everything as Prometheus reads it. Depths that cannot be read are left out, and counted as failed. */
  text(read: { depths(): Promise<Depths>; streams(): number }): Promise<string>;
  contentType: string;
  close(): void;
}

/**
 * The metrics of one process, documented in docs/operations.md. Labels are bounded: event types, outcomes, routes and
 * statuses are the program's own; flow versions and workspaces see flow-labels.ts and {@link NOISY}.
 */
export function createMetrics(now: () => number): Metrics {
  const register = new Registry();
  const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) => new Counter({ name: `relais_${name}`, help, labelNames, registers: [register] });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) => new Gauge({ name: `relais_${name}`, help, labelNames, registers: [register] });
  const histogram = <L extends string>(name: string, help: string, buckets: number[], labelNames: L[] = []) => new Histogram({ name: `relais_${name}`, help, labelNames, buckets, registers: [register] });

  const turns = counter('turns_total', 'Turns by event, outcome and flow version (the 20 used last, and none).', ['event', 'outcome', 'flow_version']);
  const duration = histogram('turn_duration_seconds', 'A turn by phase: wait for the writer, work (load and step), commit.', FAST, ['phase']);
  const phases = { wait: duration.labels('wait'), work: duration.labels('work'), commit: duration.labels('commit') };
  const door = histogram('door_duration_seconds', 'Requests by route and status, until the answer was handed over. Streams are left out.', FAST, ['route', 'status']);
  const streams = gauge('streams_open', 'Live streams open now.');
  const loop = gauge('event_loop_delay_seconds', 'Delay of the event loop since the last reading.', ['quantile']);
  const waiting = gauge('writer_waiting_units', 'Units of work that wait for the database writer.');
  const group = histogram('commit_group_units', 'Units that shared one commit.', [1, 2, 4, 8, 16, 32, 64, 128, 256]);
  const busy = histogram('database_busy_seconds', 'How long another process kept the database from us.', FAST);
  const undrained = gauge('accepted_undrained_conversations', 'Conversations with accepted events that no turn has processed.');
  const pending = gauge('outbox_pending_effects', 'Effects that have not left, by kind.', ['kind']);
  const attempts = counter('outbox_attempts_total', 'Attempts to carry an effect out, by kind and result.', ['kind', 'result']);
  const dead = gauge('outbox_dead_effects', 'Effects given up for good: dead letters.');
  const due = gauge('timers_due', 'Timers whose time has come and that no turn has heard.');
  const fired = histogram('timer_lateness_seconds', 'How late timers were heard.', LATE);
  const late = counter('timers_late_total', 'Timers heard more than a second late.');
  const people = gauge('conversations_waiting', 'Conversations that wait for an agent.');
  const noisyWorkspace = gauge('workspace_last_minute_turns', 'Turns of the busiest workspaces in the last minute.', ['workspace']);
  const noisyConversation = gauge('conversation_last_minute_turns', 'Turns of the busiest conversations in the last minute, by rank.', ['rank']);
  const resident = gauge('process_resident_bytes', 'Memory of the process.');
  const heap = gauge('process_heap_used_bytes', 'Memory of its JavaScript objects.');
  const cpu = gauge('process_cpu_seconds', 'Processor time used since the start.');
  const size = gauge('database_size_bytes', 'Size of the database on disk, its log included.');
  const free = gauge('data_free_bytes', 'Space left where the data folder is.');
  const failed = counter('depth_readings_failed_total', 'Times the queues could not be counted for a reading.');

  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const workspaces = createLastMinute(now);
  const conversations = createLastMinute(now);
  const counted = new Map<string, { event: string; outcome: TurnOutcome; version: string; count: number }>();
  const flowLabel = createFlowLabels((version) => {
    for (const [name, entry] of counted) if (entry.version === version) counted.delete(name);
  });

  function fillLoop(): void {
    for (const [quantile, value] of [['0.5', delay.percentile(50)], ['0.99', delay.percentile(99)], ['1', delay.max]] as const) {
      loop.set({ quantile }, Math.max(0, value / NANO));
    }
    delay.reset();
  }

  function fillCounts(): void {
    turns.reset();
    for (const { event, outcome, version, count } of counted.values()) turns.inc({ event, outcome, flow_version: version }, count);
    noisyWorkspace.reset();
    for (const { name, count } of workspaces.top(NOISY)) noisyWorkspace.set({ workspace: name }, count);
    noisyConversation.reset();
    for (const [index, { count }] of conversations.top(NOISY).entries()) noisyConversation.set({ rank: String(index + 1) }, count);
    const { rss, heapUsed } = process.memoryUsage();
    resident.set(rss);
    heap.set(heapUsed);
    const { user, system } = process.cpuUsage();
    cpu.set((user + system) / 1e6);
  }

  function fillDepths(depths: Depths): void {
    undrained.set(depths.undrained);
    pending.reset();
    for (const { kind, count } of depths.outbox) pending.set({ kind }, count);
    dead.set(depths.dead);
    due.set(depths.timersDue);
    people.set(depths.waitingForAgent);
    size.set(depths.databaseBytes);
    free.set(depths.freeBytes);
  }

  return {
    contentType: register.contentType,
    instruments: {
      request: ({ route, status, took }) => door.observe({ route, status: String(status) }, took / 1000),
      turn({ event, outcome, flowVersion, workspaceId, conversationId }) {
        const version = flowLabel(flowVersion);
        // Counted in a map of ours, and handed over when somebody reads: labels cost the library a sort and a join each time.
        const name = `${event} ${outcome} ${version}`;
        const entry = counted.get(name);
        if (entry) entry.count += 1;
        else counted.set(name, { event, outcome, version, count: 1 });
        workspaces.count(workspaceId);
        conversations.count(conversationId);
      },
      attempt: ({ kind, result }) => attempts.inc({ kind, result }),
      timer(milliseconds) {
        fired.observe(Math.max(0, milliseconds) / 1000);
        if (milliseconds > PUNCTUAL_MS) late.inc();
      },
      unit(kind, waited, worked, committed) {
        if (kind !== 'turn') return;
        phases.wait.observe(waited / 1000);
        phases.work.observe(worked / 1000);
        phases.commit.observe(committed / 1000);
      },
      group: (units) => group.observe(units),
      waiting: (units) => waiting.set(units),
      busy: (milliseconds) => busy.observe(milliseconds / 1000),
    },
    async text(read) {
      fillLoop();
      fillCounts();
      streams.set(read.streams());
      try {
        fillDepths(await read.depths());
      } catch {
        failed.inc();
      }
      return register.metrics();
    },
    close: () => void delay.disable(),
  };
}
