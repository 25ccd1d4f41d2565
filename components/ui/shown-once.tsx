"use client";

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button";
import { CodeBlock } from "./code-block";

/** A secret that exists in readable form only now: it stays on the page until the person says they have it. */
export function ShownOnce({
  title,
  warning,
  secret,
  doneLabel,
  onDone,
  children,
}: {
  title: string;
  warning: ReactNode;
  secret: string;
  doneLabel: string;
  onDone(): void;
  /** What to do with it. */
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="flex flex-col gap-3 rounded-card border border-warn bg-warn-soft p-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-warn" />
        <div className="min-w-0 flex-1">
          <h2 ref={heading} tabIndex={-1} className="break-words text-base outline-none">
            {title}
          </h2>
          <p>{warning}</p>
        </div>
        <Button size="small" onClick={onDone}>
          {doneLabel}
        </Button>
      </div>
      <CodeBlock code={secret} label={title} wrap />
      {children}
    </section>
  );
}
