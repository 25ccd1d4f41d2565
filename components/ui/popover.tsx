"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { AnchoredPanel } from "./anchored-panel";

/** A small panel beside what opened it. The keyboard is in it at once: on the first entry where it holds a list. */
export function Popover({
  trigger,
  label,
  align = "end",
  open,
  onOpenChange,
  children,
}: {
  trigger: ReactNode;
  label: string;
  align?: "start" | "end";
  open?: boolean;
  onOpenChange?(open: boolean): void;
  children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (panel.current === null || open === undefined) return;
    if (panel.current.matches(":popover-open") !== open) panel.current.togglePopover(open);
  }, [open]);
  return (
    <AnchoredPanel
      panel={panel}
      trigger={trigger}
      role="dialog"
      label={label}
      align={align}
      className="w-96 max-w-[calc(100vw-16px)]"
      onOpenChange={onOpenChange}
      onOpened={(element) => (element.querySelector<HTMLElement>("[data-entry]") ?? element).focus()}
    >
      {children}
    </AnchoredPanel>
  );
}
