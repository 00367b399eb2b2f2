'use client';

import { useEffect, useMemo, useState } from 'react';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { articleSearch } from '@/flows/knowledge/article-search';
import { momentsOf } from '@/flows/simulator/moments-of';
import { currentState, type SimulationEnv } from '@/flows/simulator/simulation';
import { useHotkey } from '../../../../_shell/use-hotkey';
import { StepAddress } from '../../../flows/[flowId]/_components/step-address';
import { localZone } from '../../../flows/[flowId]/_form/local-zone';
import { useEditorStore } from '../../../flows/[flowId]/_editor/use-editor';
import { SimulatorContext, type SimulatorView } from '../_state/simulator-context';
import { useSimulation } from '../_state/use-simulation';
import { SimulatorLayout } from './simulator-layout';
import type { SimulatorSessionProps } from './simulator-session';

/** A flow that runs: the conversation, its clock, and everything done to it. */
export function SimulatorRun({ compiled, ...props }: SimulatorSessionProps & { compiled: CompiledFlow }) {
  const { calendars, knowledge, begin, onPlayed } = props;
  const store = useEditorStore();
  const [env] = useState<SimulationEnv>(() => ({
    knowledge: articleSearch(knowledge.articles, knowledge.version),
    calendars: Object.fromEntries(calendars.map((calendar) => [calendar.key, calendar])),
  }));
  const { simulation, refusal, act, back, restart, speak } = useSimulation(compiled, env, begin, onPlayed);
  const state = currentState(simulation);
  useHotkey('.', () => act({ skip: 'next-timer' }));
  // Shift and the full stop, where it stands on a key of its own.
  useHotkey('>', () => act({ skip: 'PT10M' }));
  useHotkey('b', back);
  // The canvas shows the texts the customer sees.
  useEffect(() => store.getState().setLanguage(spokenBy(store.getState().document.languages, state.language)), [store, state.language]);

  const view = useMemo<SimulatorView>(() => {
    const moments = momentsOf(state.entries);
    const { status, seq, frames } = state.session;
    const read = calendars.filter(({ key }) => compiled.facts.includes(`calendars.${key}`));
    return {
      simulation,
      state,
      moments,
      node: status === 'active' && seq > 0 ? (compiled.sourceMap[frames.at(-1)?.value ?? ''] ?? null) : null,
      zone: read[0]?.timeZone ?? localZone(),
      calendars: read,
      articles: knowledge.articles.length,
      act,
      back,
      restart,
      speak,
    };
  }, [simulation, state, calendars, compiled, knowledge, act, back, restart, speak]);

  return (
    <SimulatorContext.Provider value={view}>
      <StepAddress />
      <SimulatorLayout {...props} refusal={refusal} />
    </SimulatorContext.Provider>
  );
}

/** Of the flow's languages the one that a customer of this language reads. */
function spokenBy(languages: readonly string[], language: string): string {
  return languages.find((each) => each === language) ?? languages.find((each) => each === language.split('-')[0]) ?? languages[0] ?? language;
}
