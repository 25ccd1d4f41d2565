/** How a statement ended. */
export type Completion =
  | { readonly kind: "normal" | "break" | "continue" }
  | { readonly kind: "goto"; readonly section: number }
  | { readonly kind: "return"; readonly value: unknown };
