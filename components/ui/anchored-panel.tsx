// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is given, as menu or dialog
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: menus and dialogs have labels
"use client";

import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { classNames } from "./class-names";
import { type Align, placeBeside } from "./place-beside";
import { Slot } from "./slot";

/**
 * A panel in the browser's top layer that its trigger opens and closes. Escape, a press outside and the way back of the
 * focus are the browser's own.
 */
export function AnchoredPanel({
  panel,
  trigger,
  role,
  label,
  align,
  className,
  onOpenChange,
  onOpened,
  onKeyDown,
  children,
}: {
  panel: RefObject<HTMLDivElement | null>;
  /** One button. */
  trigger: ReactNode;
  role: "menu" | "dialog";
  label?: string;
  align: Align;
  className: string;
  onOpenChange?(open: boolean): void;
  onOpened?(panel: HTMLElement): void;
  onKeyDown?(event: KeyboardEvent<HTMLElement>): void;
  children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const triggerId = `${id}trigger`;
  const opened = useRef(onOpened);
  useEffect(() => {
    opened.current = onOpened;
  });
  // The browser shows the panel first; it is seen, and has the focus, once its content is there and it stands in place.
  useLayoutEffect(() => {
    const shown = panel.current;
    const anchor = document.getElementById(triggerId);
    if (!open || shown === null || anchor === null) return;
    const place = () => placeBeside(shown, anchor, align, 4);
    place();
    shown.style.visibility = "";
    opened.current?.(shown);
    window.addEventListener("resize", place);
    window.addEventListener("scroll", place, true);
    return () => {
      window.removeEventListener("resize", place);
      window.removeEventListener("scroll", place, true);
    };
  }, [open, align, panel, triggerId]);
  return (
    <>
      <Slot
        id={triggerId}
        popoverTarget={id}
        aria-haspopup={role}
        aria-expanded={open}
        data-state={open ? "open" : "closed"}
      >
        {trigger}
      </Slot>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onBeforeToggle={(event) => {
          if (event.newState === "open") event.currentTarget.style.visibility = "hidden";
        }}
        onToggle={(event) => {
          const isOpen = event.newState === "open";
          setOpen(isOpen);
          onOpenChange?.(isOpen);
        }}
        className={classNames(
          "inset-auto m-0 rounded-card border border-line bg-surface text-left font-normal text-sm text-text shadow-float outline-none",
          className,
        )}
      >
        {open ? children : null}
      </div>
    </>
  );
}
