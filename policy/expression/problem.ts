/** Something wrong in an expression; offsets are into the text that was given. */
export interface ExpressionProblem {
  /** As the C# compiler numbers it: "CS1061". "GH..." where only the gateway refuses it. */
  code: string;
  severity: "error" | "warning";
  message: string;
  start: number;
  end: number;
}
