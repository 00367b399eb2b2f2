'use client';

import { useCallback, useEffect, useState } from 'react';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { ScriptEvent, ScriptSetting } from '@/flows/simulator/script';
import { openSimulation, playFar, playNext, stepBack, type Simulation, type SimulationEnv } from '@/flows/simulator/simulation';
import { SimulationError } from '@/flows/simulator/simulation-error';

/** What a person has done so far: enough to do it again on another version. */
export interface PlayedScript {
  setting: ScriptSetting;
  events: readonly ScriptEvent[];
}

/** Why the last act did nothing, or where a script that was played again came to an end. */
export interface SimulationRefusal {
  code: SimulationError['code'];
  event: ScriptEvent | undefined;
  /** Of how many events of a script which one, from 0; absent for a single act. */
  place?: { index: number; all: number };
}

interface Held {
  simulation: Simulation;
  refusal: SimulationRefusal | null;
}

/** The simulation of a compiled flow, beginning with a script. What is played is told to `onPlayed`. */
export function useSimulation(flow: CompiledFlow, env: SimulationEnv, begin: PlayedScript, onPlayed: (script: PlayedScript) => void) {
  const [{ simulation, refusal }, setHeld] = useState<Held>(() => replayed(openSimulation(flow, begin.setting, env), begin.events));
  const { setting, events } = simulation;
  useEffect(() => onPlayed({ setting, events }), [setting, events, onPlayed]);

  const act = useCallback((event: ScriptEvent) => setHeld((held) => after(held, event)), []);
  const back = useCallback(() => setHeld((held) => ({ simulation: stepBack(held.simulation), refusal: null })), []);
  const restart = useCallback(() => setHeld(({ simulation: old }) => ({ simulation: openSimulation(old.flow, old.setting, old.env), refusal: null })), []);
  /** Before the first event the customer simply speaks that language; later she changes it, which is an event. */
  const speak = useCallback(
    (language: string) =>
      setHeld((held) => {
        const { simulation: old } = held;
        if (old.events.length > 0) return after(held, { set: { language } });
        return { simulation: openSimulation(old.flow, { ...old.setting, language }, old.env), refusal: null };
      }),
    [],
  );
  return { simulation, refusal, act, back, restart, speak };
}

function replayed(fresh: Simulation, events: readonly ScriptEvent[]): Held {
  const { simulation, stopped } = playFar(fresh, events);
  const index = stopped?.event ?? 0;
  return { simulation, refusal: stopped && { code: stopped.code, event: events[index], place: { index, all: events.length } } };
}

function after(held: Held, event: ScriptEvent): Held {
  try {
    return { simulation: playNext(held.simulation, event), refusal: null };
  } catch (error) {
    if (!(error instanceof SimulationError)) throw error;
    return { ...held, refusal: { code: error.code, event } };
  }
}
