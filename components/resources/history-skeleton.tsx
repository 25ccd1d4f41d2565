import { Card } from "../ui/card";
import { Skeleton } from "../ui/skeleton";

/** Stands for a history until its code and its changes are there. */
export const HistorySkeleton = () => (
  <Card flush>
    {Array.from({ length: 5 }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
      <div key={row} className="flex h-12 items-center gap-3 border-line border-b px-4 last:border-0">
        <Skeleton className="h-4 w-12" />
        <Skeleton className="h-4 w-1/3" />
      </div>
    ))}
  </Card>
);
