import type { Diagnostic } from "@/policy/diagnostics";

export type Localise = (diagnostic: Diagnostic) => Diagnostic;

/** In the words of the language itself. */
export const asWritten: Localise = (diagnostic) => diagnostic;
