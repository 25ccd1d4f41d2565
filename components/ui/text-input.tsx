import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** One line of text; `mono` for ids, URLs and code. */
export function TextInput({ mono = false, className, ...rest }: ComponentProps<"input"> & { mono?: boolean }) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={mono ? false : undefined}
      className={classNames("control", mono && "font-mono", className)}
      {...rest}
    />
  );
}
