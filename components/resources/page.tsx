import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

/** The room of a page. A list fills the height and scrolls within itself; everything else scrolls as a whole. */
export const Page = ({
  fill = false,
  wide = false,
  children,
}: {
  fill?: boolean;
  /** From edge to edge, for what uses all the room there is: the editor. */
  wide?: boolean;
  children: ReactNode;
}) => (
  <div
    className={classNames(
      wide ? "flex h-full min-h-0 w-full flex-col" : "mx-auto w-full max-w-[1328px] px-4 pt-5 sm:px-6",
      wide ? "" : fill ? "flex h-full min-h-0 flex-col pb-4" : "min-h-full pb-10",
    )}
  >
    {children}
  </div>
);
