"use client";

import { type ReactNode, type SyntheticEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Keys } from "./kbd";
import { placeBeside } from "./place-beside";
import { Slot } from "./slot";

const delayMs = 350;

/** A few words about what the pointer or the focus is on. They are there only to be seen: what they name bears a label. */
export function Tooltip({ text, shortcut, children }: { text: ReactNode; shortcut?: string; children: ReactNode }) {
  const panel = useRef<HTMLSpanElement>(null);
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  const show = (at: Element) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(at.isConnected ? at : null), delayMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLayoutEffect(() => {
    if (panel.current === null || anchor === null) return;
    panel.current.showPopover();
    placeBeside(panel.current, anchor, "center", 6);
  }, [anchor]);
  return (
    <>
      <Slot
        onPointerEnter={(event: SyntheticEvent) => show(event.currentTarget)}
        onPointerLeave={hide}
        onPointerDown={hide}
        onFocus={(event: SyntheticEvent) =>
          event.currentTarget.matches(":focus-visible") ? show(event.currentTarget) : undefined
        }
        onBlur={hide}
        onKeyDown={hide}
      >
        {children}
      </Slot>
      {anchor === null ? null : (
        <span
          ref={panel}
          popover="manual"
          aria-hidden
          className="pointer-events-none inset-auto m-0 max-w-80 break-words rounded-control border border-line bg-surface px-2 py-1 text-left font-normal font-sans text-text text-xs shadow-float"
        >
          <span className="flex items-center gap-2">
            {text}
            {shortcut === undefined ? null : <Keys combination={shortcut} />}
          </span>
        </span>
      )}
    </>
  );
}
