import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Nothing here yet: one sentence that teaches and the way on. */
export function EmptyState({
  icon: Icon,
  title,
  text,
  actions,
}: {
  icon: LucideIcon;
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      <span className="flex size-10 items-center justify-center rounded-card border border-line bg-sunken text-muted">
        <Icon size={20} aria-hidden />
      </span>
      <h2 className="text-lg">{title}</h2>
      {text ? <p className="max-w-110 text-muted">{text}</p> : null}
      {actions ? <div className="mt-1 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
