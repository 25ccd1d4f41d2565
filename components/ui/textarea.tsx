import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export function Textarea({
  mono = false,
  className,
  rows = 3,
  ...rest
}: ComponentProps<"textarea"> & { mono?: boolean }) {
  return (
    <textarea
      rows={rows}
      spellCheck={mono ? false : undefined}
      className={classNames("control h-auto! resize-y py-1.5", mono && "font-mono", className)}
      {...rest}
    />
  );
}
