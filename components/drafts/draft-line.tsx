import { FilePen, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

/** A quiet line above a page: in which draft one works, or that a draft changes what is shown. */
export function DraftLine({
  tone = "info",
  actions,
  children,
}: {
  tone?: "info" | "warn";
  actions?: ReactNode;
  children: ReactNode;
}) {
  const Icon = tone === "warn" ? TriangleAlert : FilePen;
  return (
    <div
      role="status"
      className={classNames(
        "mb-4 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line px-3 py-1.5",
        tone === "warn" ? "bg-warn-soft" : "bg-info-soft",
      )}
    >
      <Icon size={16} aria-hidden className={tone === "warn" ? "text-warn" : "text-info"} />
      <span className="min-w-0 flex-1 basis-60 break-words">{children}</span>
      {actions === undefined ? null : <span className="flex flex-wrap items-center gap-1">{actions}</span>}
    </div>
  );
}
