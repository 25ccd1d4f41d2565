import { BudgetExceeded } from "./values/budget";
import { NetException } from "./values/net-exception";

/** An expression that did not come to a value: an exception that nothing caught, or a budget that was used up. */
export class ExpressionFailure extends Error {
  /** null where it was no exception of .NET. */
  readonly exception: NetException | null;

  constructor(cause: unknown) {
    super(`Expression evaluation failed. ${reason(cause)}`, { cause });
    this.exception = cause instanceof NetException ? cause : null;
  }
}

function reason(cause: unknown): string {
  if (cause instanceof NetException || cause instanceof BudgetExceeded) return cause.message;
  // The JavaScript stack is full, or a string longer than the engine allows was to be made.
  if (cause instanceof RangeError) return "The expression calls itself too deeply or makes too long a text.";
  return "An internal error occurred.";
}
