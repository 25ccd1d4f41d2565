// biome-ignore-all lint/a11y/useSemanticElements: the preformatted text itself is what scrolls and is labelled
"use client";

import { CopyButton } from "./copy-button";

/** Text for machines, with a button that copies it. */
export function CodeBlock({ code, label, wrap = false }: { code: string; label: string; wrap?: boolean }) {
  return (
    <div className="group relative min-w-0 rounded-control border border-line bg-sunken">
      <pre
        // A long line scrolls; whoever has no pointer must be able to reach it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be focusable (WCAG 2.1.1)
        tabIndex={0}
        aria-label={label}
        role="group"
        className={`max-h-96 overflow-auto p-3 pr-11 text-xs ${wrap ? "whitespace-pre-wrap break-all" : ""}`}
      >
        {code}
      </pre>
      <div className="absolute top-1.5 right-px rounded-control bg-sunken pr-1.5 pl-1">
        <CopyButton text={code} />
      </div>
    </div>
  );
}
