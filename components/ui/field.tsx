import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface FieldIds {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
}

/** What ties a control to its label, its hint and what is wrong with it. */
export function fieldIds(
  id: string,
  { hint, error, required }: { hint?: unknown; error?: unknown; required?: boolean },
): FieldIds {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-required": required || undefined,
  };
}

export function Field({
  id,
  label,
  hint,
  error,
  aside,
  labelled = true,
  className,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Stands at the end of the label's line: "optional", a counter. */
  aside?: ReactNode;
  /** False for a group of controls, which is labelled as a whole. */
  labelled?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const labelClasses = "font-strong text-sm text-text";
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", className)}>
      <div className="flex items-baseline justify-between gap-2">
        {labelled ? (
          <label htmlFor={id} className={labelClasses}>
            {label}
          </label>
        ) : (
          <span id={`${id}-label`} className={labelClasses}>
            {label}
          </span>
        )}
        {aside ? <span className="text-faint text-xs">{aside}</span> : null}
      </div>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: ReactNode }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1 text-bad text-xs">
      <CircleAlert size={14} className="mt-px shrink-0" aria-hidden />
      <span className="min-w-0 break-words">{error}</span>
    </p>
  );
}
