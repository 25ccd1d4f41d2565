import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

/** The room of a page. A list fills the height and scrolls within itself; everything else scrolls as a whole. */
export const Page = ({ fill = false, children }: { fill?: boolean; children: ReactNode }) => (
  <div
    className={classNames(
      "mx-auto w-full max-w-[1328px] px-4 pt-5 sm:px-6",
      fill ? "flex h-full min-h-0 flex-col pb-4" : "min-h-full pb-10",
    )}
  >
    {children}
  </div>
);
