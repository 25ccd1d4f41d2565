import { Skeleton } from "../ui/skeleton";

/** The room of the line that names a draft, until that has come. */
export const DraftLineSkeleton = () => <Skeleton className="mb-4 h-11 w-full rounded-card max-sm:h-28" />;
