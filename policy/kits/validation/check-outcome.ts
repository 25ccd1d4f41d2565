/** What a check of a content against a schema came to. */
export type CheckOutcome =
  | { readonly kind: "conforms" }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] }
  /** The schema defines nothing that could be meant by a name. */
  | { readonly kind: "no-definitions" }
  | { readonly kind: "no-definition" }
  /** The schema cannot be used, or the content not be looked at. */
  | { readonly kind: "unusable"; readonly message: string };

export interface Problem {
  readonly message: string;
  /** Both count from 1; 0 where it is not known. */
  readonly line: number;
  readonly position: number;
}

export const conforms: CheckOutcome = { kind: "conforms" };
export const wrong = (...problems: readonly Problem[]): CheckOutcome => ({ kind: "wrong", problems });
export const unusable = (message: string): CheckOutcome => ({ kind: "unusable", message });

/** Of what is found wrong, so much is told. */
export const mostProblems = 50;
