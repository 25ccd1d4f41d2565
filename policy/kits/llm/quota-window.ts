import type { CountingWindow } from "@/policy/host/counters";

export type QuotaPeriod = "Indefinite" | "Hourly" | "Daily" | "Weekly" | "Monthly" | "Yearly";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A Monday. */
const firstWeek = Date.UTC(1970, 0, 5);

/** The period that a moment lies in: of one length, or a month or a year of the calendar. All begin by the clock of UTC. */
export function quotaWindow(period: QuotaPeriod, limit: number, now: number): CountingWindow {
  const shared = { kind: "fixed", limit, whenLost: "open" } as const;
  const date = new Date(now);
  const year = date.getUTCFullYear();
  switch (period) {
    case "Indefinite":
      return { ...shared, lengthMs: Number.POSITIVE_INFINITY, startMs: null };
    case "Hourly":
      return { ...shared, lengthMs: hourMs, startMs: 0 };
    case "Daily":
      return { ...shared, lengthMs: dayMs, startMs: 0 };
    case "Weekly":
      return { ...shared, lengthMs: 7 * dayMs, startMs: firstWeek };
    case "Monthly":
      return between(shared, Date.UTC(year, date.getUTCMonth(), 1), Date.UTC(year, date.getUTCMonth() + 1, 1));
    case "Yearly":
      return between(shared, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  }
}

const between = (
  shared: Pick<CountingWindow, "kind" | "limit" | "whenLost">,
  startMs: number,
  end: number,
): CountingWindow => ({ ...shared, startMs, lengthMs: end - startMs });
