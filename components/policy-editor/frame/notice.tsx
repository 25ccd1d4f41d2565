import { Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** A quiet line between the tools and the policy: something to know, and what can be done about it. */
export function Notice({
  tone = "info",
  icon,
  actions,
  children,
}: {
  tone?: "info" | "warn";
  icon?: LucideIcon;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const Icon = icon ?? (tone === "warn" ? TriangleAlert : Info);
  return (
    <div
      role="status"
      className={`flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-1.5 ${tone === "warn" ? "bg-warn-soft" : "bg-info-soft"}`}
    >
      <Icon size={16} aria-hidden className={tone === "warn" ? "text-warn" : "text-info"} />
      <span className="min-w-0 flex-1 basis-60 break-words">{children}</span>
      {actions === undefined ? null : <span className="flex flex-wrap items-center gap-1">{actions}</span>}
    </div>
  );
}
