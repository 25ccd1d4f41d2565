import { CircleAlert, CircleCheck, CircleDashed, CircleDot, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type StateTone = "good" | "warn" | "bad" | "info" | "idle";

const looks: Record<StateTone, { icon: LucideIcon; text: string }> = {
  good: { icon: CircleCheck, text: "text-good" },
  warn: { icon: TriangleAlert, text: "text-warn" },
  bad: { icon: CircleAlert, text: "text-bad" },
  info: { icon: CircleDot, text: "text-info" },
  idle: { icon: CircleDashed, text: "text-muted" },
};

/** A state: colour, icon and word together, never a colour alone. */
export function State({ tone, children }: { tone: StateTone; children: ReactNode }) {
  const { icon: Icon, text } = looks[tone];
  return (
    <span className={classNames("inline-flex min-w-0 max-w-full items-center gap-1.5 align-middle", text)}>
      <Icon size={14} className="shrink-0" aria-hidden />
      <span className="truncate">{children}</span>
    </span>
  );
}
