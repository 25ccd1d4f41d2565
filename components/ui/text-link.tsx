import NextLink from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A link within running text or a table. */
export function TextLink({ className, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink
      prefetch={false}
      className={classNames("rounded-[3px] text-accent underline-offset-2 hover:underline", className)}
      {...rest}
    />
  );
}
