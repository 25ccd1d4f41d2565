"use client";

import { Check, type LucideIcon } from "lucide-react";
import { createContext, type KeyboardEvent, type ReactNode, useContext, useRef } from "react";
import { AnchoredPanel } from "./anchored-panel";
import { classNames } from "./class-names";
import { Keys } from "./kbd";
import { Slot } from "./slot";

const CloseContext = createContext<() => void>(() => {});

const itemsOf = (panel: HTMLElement): HTMLElement[] => [
  ...panel.querySelectorAll<HTMLElement>("[role^=menuitem]:not([aria-disabled=true])"),
];

/** A list of things to do, opened by the one button that `trigger` is. */
export function Menu({
  trigger,
  align = "end",
  children,
}: {
  trigger: ReactNode;
  align?: "start" | "end";
  children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const close = () => panel.current?.hidePopover();
  return (
    <AnchoredPanel
      panel={panel}
      trigger={trigger}
      role="menu"
      align={align}
      className="min-w-44 max-w-80 p-1"
      onOpened={(element) => itemsOf(element)[0]?.focus()}
      onKeyDown={(event) => moveThrough(event, close)}
    >
      <CloseContext.Provider value={close}>{children}</CloseContext.Provider>
    </AnchoredPanel>
  );
}

/** Arrows, Home, End and first letters, as the ARIA menu pattern has it; Tab leaves. */
function moveThrough(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  if (event.key === "Tab") close();
  let next = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
  if (next === undefined && /^\p{L}$/u.test(event.key) && !event.nativeEvent.isComposing) {
    const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    const found = after.find((item) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()));
    next = found === undefined ? undefined : items.indexOf(found);
  }
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}

const itemClasses =
  "flex h-8 w-full cursor-pointer items-center gap-2 rounded-control px-2 text-left outline-none hover:bg-hover focus:bg-hover aria-disabled:opacity-50";

export function MenuItem({
  icon: Icon,
  onSelect,
  tone,
  shortcut,
  disabled,
  asChild,
  children,
}: {
  icon?: LucideIcon;
  onSelect?(): void;
  tone?: "danger";
  shortcut?: string;
  disabled?: boolean;
  asChild?: boolean;
  children: ReactNode;
}) {
  const close = useContext(CloseContext);
  const shared = {
    role: "menuitem",
    tabIndex: -1,
    className: classNames(itemClasses, tone === "danger" && "text-bad"),
  };
  if (asChild) {
    return (
      <Slot {...shared} onClick={close}>
        {children}
      </Slot>
    );
  }
  return (
    <button
      type="button"
      {...shared}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (disabled) return;
        close();
        onSelect?.();
      }}
    >
      {Icon === undefined ? null : <Icon size={16} aria-hidden className={tone === "danger" ? "" : "text-muted"} />}
      <span className="flex-1 truncate">{children}</span>
      {shortcut === undefined ? null : <Keys combination={shortcut} />}
    </button>
  );
}

/** One of several, of which exactly one holds. */
export function MenuChoice({
  value,
  options,
  onValue,
}: {
  value: string;
  options: readonly { value: string; label: string; icon?: LucideIcon }[];
  onValue(value: string): void;
}) {
  const close = useContext(CloseContext);
  return options.map(({ value: option, label, icon: Icon }) => (
    <button
      key={option}
      type="button"
      role="menuitemradio"
      aria-checked={option === value}
      tabIndex={-1}
      className={itemClasses}
      onClick={() => {
        close();
        onValue(option);
      }}
    >
      {Icon === undefined ? null : <Icon size={16} aria-hidden className="text-muted" />}
      <span className="flex-1 truncate">{label}</span>
      {option === value ? <Check size={16} aria-hidden className="text-accent" /> : null}
    </button>
  ));
}

export const MenuSeparator = () => <hr className="my-1 h-px border-0 bg-line" />;
export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <div className="px-2 py-1 text-faint text-xs">{children}</div>
);
