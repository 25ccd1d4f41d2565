import type { ReactNode } from "react";

/** Names and values in two columns, one under the other where it is narrow. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-1 gap-x-6 sm:grid-cols-[minmax(120px,max-content)_1fr]">{children}</dl>
);

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="pt-1.5 text-muted sm:py-1.5">{name}</dt>
      <dd className="min-w-0 break-words pb-1.5 sm:py-1.5">{children}</dd>
    </>
  );
}
