import { Skeleton } from "../ui/skeleton";

/** Holds the places of the tools, the lanes and the form. */
export const PolicyWaiting = () => (
  <div className="flex min-h-0 flex-1 flex-col" aria-busy>
    <div className="flex h-11 shrink-0 items-center gap-3 border-line border-b bg-surface px-4">
      <Skeleton className="h-7 w-56" />
      <Skeleton className="h-7 w-24" />
    </div>
    <div className="grid min-h-0 flex-1 grid-cols-1 gap-4 p-4 lg:grid-cols-4">
      {["in", "back", "out", "error"].map((lane) => (
        <Skeleton key={lane} className="h-40" />
      ))}
    </div>
  </div>
);
