"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { fieldId, useFormScope } from "./form-context";

/** Focuses the field of a problem, or the nearest group around it that is on the page. */
export function focusField(path: string): void {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const id = fieldId(parts.slice(0, length).join("."));
    const element = document.getElementById(id) ?? document.getElementById(`${id}-label`);
    if (element === null) continue;
    element.scrollIntoView({ block: "center" });
    if (!element.matches("input, textarea, select, button, [tabindex]")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    return;
  }
}

/** Everything that is wrong, each with a link to where. */
export function ErrorSummary({ general }: { general?: string }) {
  const t = useTranslations("form");
  const { form, texts } = useFormScope();
  const problems = [...form.shown];
  if (problems.length === 0 && general === undefined) return null;
  return (
    <div role="alert" tabIndex={-1} id="form-errors" className="rounded-card border border-bad bg-bad-soft p-4">
      <p className="flex items-center gap-2 font-strong">
        <CircleAlert size={16} aria-hidden className="text-bad" />
        {general ?? t("summary", { count: problems.length })}
      </p>
      {problems.length === 0 ? null : (
        <ul className="mt-1.5 flex flex-col gap-0.5 pl-6">
          {problems.map(([path, message]) => (
            <li key={path} className="break-words">
              <a
                href={`#${fieldId(path)}`}
                className="text-bad underline underline-offset-2"
                onClick={(event) => {
                  event.preventDefault();
                  focusField(path);
                }}
              >
                {texts.full(path)}
              </a>
              : {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
