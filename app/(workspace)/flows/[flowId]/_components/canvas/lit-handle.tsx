'use client';

import { Handle, Position } from '@xyflow/react';
import clsx from 'clsx';
import type { NodeId, PortId } from '@/flows/document/flow-document';
import { usePortLight } from './lit-context';

/** Where a link leaves a step; filled when it was travelled. */
export function LitHandle({ node, port, className }: { node: NodeId; port: PortId; className: string }) {
  const { taken } = usePortLight(node, port);
  return <Handle type="source" position={Position.Right} id={port} className={clsx('studio-handle', taken && 'is-lit', className)} />;
}
