"use client";

import type { ElementPath } from "@/policy/xml/element-path";
import { FieldProblems } from "./field-problems";
import { atElement } from "./problems-by-field";
import { useForm } from "./use-form";

/** What is wrong with an element as a whole. */
export function ElementProblems({ path }: { path: ElementPath }) {
  const problems = useForm().problems.get(atElement(path)) ?? [];
  if (problems.length === 0) return null;
  const isBad = problems.some(({ severity }) => severity === "error");
  return (
    <div className={`rounded-control px-2.5 py-2 ${isBad ? "bg-bad-soft" : "bg-warn-soft"}`}>
      <FieldProblems id={`problems-${path}`} problems={problems} />
    </div>
  );
}
