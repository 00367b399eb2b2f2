import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import { FamilyTile } from '@/lib/ui/family-tile';
import { stepLook } from '../_logic/step-look';
import type { PathStep } from '../_logic/view-models';

/** More tiles than this say less than a number. */
const MOST = 6;

/** The last steps of a path as a row of tiles. Decorative: the steps are told in words on demand. */
export function PathTiles({ path }: { path: readonly PathStep[] }) {
  const shown = path.slice(-MOST);
  return (
    <span aria-hidden className="inline-flex shrink-0 items-center gap-1 text-ink-3">
      {path.length > shown.length ? <span className="tabular text-2xs">+{path.length - shown.length}</span> : null}
      {shown.map((step, index) => {
        const { family, icon } = stepLook(step.type);
        return (
          <Fragment key={index}>
            {index > 0 ? <ArrowRight size={10} strokeWidth={2} className="max-sm:hidden" /> : null}
            {/* A phone has room for the last three. */}
            <FamilyTile family={family} icon={icon} size={18} {...(index < shown.length - 3 && { className: 'max-sm:hidden' })} />
          </Fragment>
        );
      })}
    </span>
  );
}
