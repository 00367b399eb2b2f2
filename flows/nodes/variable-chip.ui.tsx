/** A variable by its name, as conditions and values show it. */
export function VariableChip({ name }: { name: string }) {
  return <span className="max-w-full truncate rounded-xs bg-accent-tint px-1 font-mono text-[11px] leading-[17px] text-accent-ink">{name}</span>;
}
