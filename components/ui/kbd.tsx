"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};
const onMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys to press: "mod+k" one chord, "g b" one after the other. `mod` is what this machine calls it. */
export function Keys({ combination }: { combination: string }) {
  const mac = useSyncExternalStore(never, onMac, () => false);
  const modifiers: Readonly<Record<string, string>> = mac
    ? { mod: "⌘", shift: "⇧", enter: "↩" }
    : { mod: "Ctrl", shift: "Shift", enter: "Enter" };
  const name = (key: string) => modifiers[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return (
    <span className="inline-flex items-center gap-0.5">
      {combination.split(/[ +]/).map((key) => (
        <kbd
          key={key}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-[4px] border border-line bg-sunken px-1 text-[11px] text-muted leading-none"
        >
          {name(key)}
        </kbd>
      ))}
    </span>
  );
}
