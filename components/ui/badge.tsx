import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A short neutral fact: a kind, a version, a count. */
export function Badge({ mono = false, children }: { mono?: boolean; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 max-w-full items-center truncate rounded-[4px] border border-line bg-sunken px-1.5 text-muted text-xs",
        mono && "font-mono",
      )}
    >
      {children}
    </span>
  );
}
