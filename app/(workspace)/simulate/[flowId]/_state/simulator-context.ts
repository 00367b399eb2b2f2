'use client';

import { createContext, useContext } from 'react';
import type { Calendar } from '@/flows/calendars/calendar';
import type { NodeId } from '@/flows/document/flow-document';
import type { Moment } from '@/flows/simulator/moments-of';
import type { ScriptEvent } from '@/flows/simulator/script';
import type { Simulation } from '@/flows/simulator/simulation';
import type { SimulationState } from '@/flows/simulator/simulation-state';

/** The conversation that is simulated, and what can be done to it. */
export interface SimulatorView {
  simulation: Simulation;
  state: SimulationState;
  moments: readonly Moment[];
  /** The step the conversation rests in; null before it begins and when it is over. */
  node: NodeId | null;
  /** The zone of the flow's hours, else the reader's. */
  zone: string;
  /** The workspace's calendars that the flow reads. */
  calendars: readonly Calendar[];
  /** How many articles there are to search. */
  articles: number;
  act(event: ScriptEvent): void;
  back(): void;
  restart(): void;
  speak(language: string): void;
}

export const SimulatorContext = createContext<SimulatorView | null>(null);

export function useSimulator(): SimulatorView {
  const simulator = useContext(SimulatorContext);
  if (!simulator) throw new Error('useSimulator outside the simulator');
  return simulator;
}
