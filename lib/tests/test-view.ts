import { scriptSchema } from '@/flows/simulator/script';
import { transcriptSchema } from '@/flows/simulator/transcript-schema';
import type { FlowTest } from '@/lib/store/prisma/generated/client';
import type { FlowTestView } from './test-views';

/** A stored test as the interface sees it. `names` are those of members by id. */
export function testView(row: FlowTest, names: ReadonlyMap<string, string>): FlowTestView {
  return {
    id: row.id,
    flowId: row.flowId,
    name: row.name,
    script: scriptSchema.parse(JSON.parse(row.script)),
    transcript: transcriptSchema.parse(JSON.parse(row.transcript)),
    updatedAt: Number(row.updatedAt),
    updatedBy: row.updatedBy === null ? null : { id: row.updatedBy, name: names.get(row.updatedBy) ?? '' },
  };
}
