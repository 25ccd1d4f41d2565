import type { Completion, Hover, Signature } from "@/policy/assist/completion";
import type { Definition } from "@/policy/assist/hover";
import type { Diagnostic } from "@/policy/diagnostics";
import type { ExpressionProblem } from "@/policy/expression/problem";
import type { Knowledge, Standing } from "@/policy/knowledge";

/** What the language can be asked about a text. */
export interface LanguageQuestions {
  check: { given: { text: string }; answer: Diagnostic[] };
  complete: { given: { text: string; offset: number }; answer: Completion | null };
  hover: { given: { text: string; offset: number }; answer: Hover | null };
  signature: { given: { text: string; offset: number }; answer: Signature | null };
  definition: { given: { text: string; offset: number }; answer: Definition | null };
  /** Of one expression by itself; `document` tells which names it may use. */
  checkCode: { given: { code: string }; answer: CodeProblem[] };
  completeCode: { given: { code: string; offset: number; document: string }; answer: Completion | null };
  hoverCode: { given: { code: string; offset: number }; answer: Hover | null };
  signatureCode: { given: { code: string; offset: number }; answer: Signature | null };
  format: { given: { text: string }; answer: string | null };
}
export type CodeProblem = Pick<ExpressionProblem, "code" | "severity" | "message" | "start" | "end">;
export type QuestionName = keyof LanguageQuestions;

/** What is known around the text; sent again only when it has changed. */
export interface Surroundings {
  knowledge: Knowledge | null;
  standing: Standing;
}

export type ToWorker =
  | { kind: "surroundings"; key: number; surroundings: Surroundings }
  | { [Name in QuestionName]: Question<Name> }[QuestionName];

export interface Question<Name extends QuestionName> {
  kind: "question";
  id: number;
  name: Name;
  /** Which surroundings it is asked in. */
  key: number;
  given: LanguageQuestions[Name]["given"];
}

export type FromWorker =
  | { id: number; ok: true; answer: LanguageQuestions[QuestionName]["answer"] }
  | { id: number; ok: false; message: string };
