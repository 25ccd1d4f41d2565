import { classNames } from "../../ui/class-names";
import type { Fact } from "./card-facts";

/** What tells a policy from its like, in one line. */
export function FactLine({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  if (facts.length === 0) return null;
  return (
    <span className={classNames("block min-w-0 truncate font-mono text-muted text-xs", className)}>
      {facts.map(({ label, value }, index) => (
        <span key={`${label} ${value}`}>
          {index === 0 ? null : <span className="text-faint"> · </span>}
          {label === null ? null : <span className="text-faint">{label} </span>}
          {value}
        </span>
      ))}
    </span>
  );
}
