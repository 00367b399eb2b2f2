'use client';

import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import clsx from 'clsx';
import { useContext } from 'react';
import { pathMiddle } from '../../_editor/path-middle';
import { roundedPath } from '../../_editor/rounded-path';
import { routeLink } from '../../_editor/route-link';
import { BoxesContext } from './boxes-context';
import { LitContext } from './lit-context';
import { TurnDisc } from './turn-disc';

export type LinkEdgeType = Edge<{ silence: boolean; lit: boolean; lanes: { out: number; into: number } }, 'link'>;

const CORNER = 12;
const FIRST_LANES = { out: 0, into: 0 };

/** A link: orthogonal with round corners, dotted for silence and time, an arrow into the step. */
export function LinkEdge({ id, sourceX, sourceY, targetX, targetY, data, selected }: EdgeProps<LinkEdgeType>) {
  const boxes = useContext(BoxesContext);
  const turns = useContext(LitContext)?.links.get(id);
  const end = { x: targetX, y: targetY };
  const points = routeLink({ x: sourceX, y: sourceY }, end, boxes, data?.lanes ?? FIRST_LANES);
  const path = roundedPath(points, CORNER);
  const tip = `M${end.x - 6},${end.y - 4}L${end.x - 1},${end.y}L${end.x - 6},${end.y + 4}`;
  const look = clsx('studio-link', data?.silence && 'is-silence', (data?.lit || selected || turns) && 'is-lit');
  return (
    <g className={look}>
      <BaseEdge id={id} path={path} interactionWidth={16} />
      <path d={tip} className="studio-link-tip" />
      {turns && turns.length > 0 && <TurnDisc at={pathMiddle(points)} turns={turns} />}
    </g>
  );
}
