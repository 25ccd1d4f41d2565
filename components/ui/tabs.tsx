"use client";

import * as Radix from "@radix-ui/react-tabs";
import type { ReactNode } from "react";

/** Tabs within a panel, for what has no address of its own. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { id: string; text: ReactNode; content: ReactNode }[];
}) {
  return (
    <Radix.Root defaultValue={tabs[0]?.id}>
      <Radix.List aria-label={label} className="flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b">
        {tabs.map(({ id, text }) => (
          <Radix.Trigger
            key={id}
            value={id}
            className="-mb-px h-9 shrink-0 whitespace-nowrap border-transparent border-b-2 px-2.5 text-muted focus-visible:outline-offset-[-2px] data-[state=active]:border-accent data-[state=active]:font-strong data-[state=active]:text-text"
          >
            {text}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ id, content }) => (
        <Radix.Content key={id} value={id} className="pt-3">
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
