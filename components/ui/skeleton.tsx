import { classNames } from "./class-names";

/** Holds the place of what is loading, at its final size. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={classNames("block animate-pulse rounded-[4px] bg-hover", className ?? "h-4 w-full")} />
);
