"use client";

import { useFormatter, useNow } from "use-intl";
import { Tooltip } from "./tooltip";

/** "2 hours ago", with the exact time for those who point at it. */
export function RelativeTime({ at }: { at: Date | string | number }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  // A clock that is a second ahead must not say "in 1 second".
  const reference = new Date(Math.max(now.getTime(), date.getTime()));
  return (
    <Tooltip text={format.dateTime(date, { dateStyle: "medium", timeStyle: "long" })}>
      <time dateTime={date.toISOString()} className="whitespace-nowrap">
        {format.relativeTime(date, { now: date.getTime() - now.getTime() > 60_000 ? now : reference })}
      </time>
    </Tooltip>
  );
}
