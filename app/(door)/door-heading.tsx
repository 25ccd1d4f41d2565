import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * The page's title, and below it what the page is for. What went wrong takes the place of the latter, so that the fields
 * stay where they are, and takes the focus, so that it is read.
 */
export function DoorHeading({ title, lead, problem }: { title: string; lead: ReactNode; problem: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  return (
    <div className="mb-4">
      <h1 className="font-strong text-xl">{title}</h1>
      <div className="mt-2 min-h-15">
        {problem ? (
          <div
            ref={box}
            role="alert"
            tabIndex={-1}
            className="flex items-start gap-2 rounded-control border border-bad bg-bad-soft px-3 py-2"
          >
            <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-bad" />
            <div className="min-w-0 break-words">{problem}</div>
          </div>
        ) : (
          <p className="text-muted">{lead}</p>
        )}
      </div>
    </div>
  );
}
