"use client";

import { ChevronDown } from "lucide-react";
import { type ComponentProps, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "../../ui/class-names";
import { placeBeside } from "../../ui/place-beside";
import { type Offer, type Suggestion, suggestionsFor } from "./suggestions-for";
import { useForm } from "./use-form";

type Passed = Pick<
  ComponentProps<"input">,
  "id" | "aria-describedby" | "aria-invalid" | "aria-required" | "aria-label" | "placeholder" | "onFocus" | "inputMode"
>;

/** A text with suggestions: what the field knows of, and named values once "{{" is typed. */
export function SuggestInput({
  value,
  onValue,
  onBlur,
  suggestions = [],
  multiline = false,
  mono = false,
  unit,
  note,
  pick,
  listLabel,
  ...passed
}: Passed & {
  value: string;
  onValue(value: string): void;
  onBlur(): void;
  suggestions?: readonly Suggestion[];
  /** Several lines, growing with the text. */
  multiline?: boolean;
  mono?: boolean;
  unit?: string;
  /** What the number comes to. */
  note?: string;
  /** Names a button that shows every suggestion. */
  pick?: string;
  listLabel: string;
}) {
  const t = useTranslations("policyForm");
  const { knowledge } = useForm();
  const listId = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [active, setActive] = useState(0);
  const show = (text: string, caret: number) => {
    setOffer(suggestionsFor(text, caret, suggestions, knowledge?.namedValues ?? [], t("field.secret")));
    setActive(0);
  };
  const accept = ({ value: chosen }: Suggestion) => {
    if (offer === null) return;
    const caret = offer.from + chosen.length;
    onValue(value.slice(0, offer.from) + chosen + value.slice(offer.to));
    setOffer(null);
    requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (offer === null) {
      if (event.key === "ArrowDown" && !multiline) {
        event.preventDefault();
        show("", 0);
        setOffer((found) => found && { ...found, to: value.length });
      }
      return;
    }
    const last = offer.options.length - 1;
    const chosen = offer.options[active];
    if (event.key === "ArrowDown") setActive(active === last ? 0 : active + 1);
    else if (event.key === "ArrowUp") setActive(active === 0 ? last : active - 1);
    else if (event.key === "Escape") setOffer(null);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen !== undefined) accept(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const Tag = multiline ? "textarea" : "input";
  const isOpen = offer !== null;
  return (
    <span className="relative block min-w-0 flex-1">
      <Tag
        ref={input}
        {...(passed as object)}
        {...(multiline ? { rows: 1 } : { type: "text", role: "combobox", "aria-expanded": isOpen })}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}${active}` : undefined}
        autoComplete="off"
        spellCheck={mono ? false : undefined}
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
          show(event.target.value, event.target.selectionStart ?? event.target.value.length);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOffer(null);
          onBlur();
        }}
        className={classNames(
          "control block",
          mono && "font-mono",
          multiline && "field-sizing-content h-auto! max-h-96 min-h-8 resize-none py-1.25",
          unit !== undefined && "pr-10",
          pick !== undefined && "pr-8",
        )}
      />
      {unit === undefined ? null : (
        <span className="pointer-events-none absolute top-0 right-2.5 flex h-8 max-w-3/5 items-center gap-1.5 text-xs">
          {/* Beside the number, so that nothing moves while it is typed. */}
          {note === undefined ? null : <span className="min-w-0 truncate text-muted">{note}</span>}
          <span className="shrink-0 text-faint">{unit}</span>
        </span>
      )}
      {pick === undefined || suggestions.length === 0 ? null : (
        <button
          type="button"
          aria-label={pick}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            input.current?.focus();
            if (isOpen) setOffer(null);
            else {
              show("", 0);
              setOffer((found) => found && { ...found, to: value.length });
            }
          }}
          className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-control text-muted hover:bg-hover"
        >
          <ChevronDown size={16} aria-hidden />
        </button>
      )}
      {offer === null ? null : (
        <Options
          id={listId}
          label={listLabel}
          options={offer.options}
          active={active}
          onChoose={accept}
          anchor={() => input.current}
        />
      )}
    </span>
  );
}

function Options({
  id,
  label,
  options,
  active,
  onChoose,
  anchor,
}: {
  id: string;
  label: string;
  options: readonly Suggestion[];
  active: number;
  onChoose(option: Suggestion): void;
  anchor(): HTMLElement | null;
}) {
  const panel = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has another size
  useLayoutEffect(() => {
    const [shown, beside] = [panel.current, anchor()];
    if (shown === null || beside === null) return;
    if (!shown.matches(":popover-open")) shown.showPopover();
    shown.style.minWidth = `${Math.min(beside.offsetWidth, 360)}px`;
    placeBeside(shown, beside, "start", 2);
  }, [options]);
  useLayoutEffect(() => {
    panel.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={panel}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={label}
      className="inset-auto m-0 max-h-64 max-w-[min(360px,calc(100vw-16px))] overflow-y-auto rounded-card border border-line bg-surface p-1 text-sm text-text shadow-float"
    >
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the field names the active one
        <div
          key={option.value}
          id={`${id}${at}`}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className="flex min-h-7 cursor-pointer items-baseline justify-between gap-3 rounded-control px-2 py-1 hover:bg-hover aria-selected:bg-selected"
        >
          <span className="min-w-0 break-all font-mono">{option.value}</span>
          {option.note === undefined ? null : (
            <span className="max-w-40 shrink-0 truncate text-muted text-xs">{option.note}</span>
          )}
        </div>
      ))}
    </div>
  );
}
