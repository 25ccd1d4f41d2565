// biome-ignore-all lint/a11y/useSemanticElements: the list itself is what scrolls and is labelled
"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { TextInput } from "../../ui/text-input";

/** Of more than these some are searched for. */
const atOnce = 20;

/** Headers of any number and length: names in a column of their own, and a field that finds some of many. */
export function HeaderView({ headers }: { headers: readonly { name: string; value: string }[] }) {
  const t = useTranslations("run.answer");
  const label = useTranslations("console.answer")("headers", { count: headers.length });
  const [find, setFind] = useState("");
  const wanted = find.trim().toLowerCase();
  const shown = headers.filter(
    ({ name, value }) => name.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted),
  );
  return (
    <div className="flex flex-col gap-2">
      {headers.length > atOnce ? (
        <TextInput
          type="search"
          className="sm:w-64"
          aria-label={t("findHeader")}
          placeholder={t("findHeader")}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      ) : null}
      {shown.length === 0 ? (
        <p role="status" className="text-muted">
          {t("noHeader")}
        </p>
      ) : (
        <div
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be focusable (WCAG 2.1.1)
          tabIndex={0}
          role="group"
          aria-label={label}
          className="max-h-96 overflow-y-auto rounded-control border border-line focus-visible:outline-offset-[-2px]"
        >
          <dl className="divide-y divide-line font-mono text-xs">
            {shown.map(({ name, value }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice
              <div key={at} className="grid grid-cols-1 gap-x-4 px-3 py-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
                <dt className="break-words text-muted">{name}</dt>
                <dd className="min-w-0 whitespace-pre-wrap break-all">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}
