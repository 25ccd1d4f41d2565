import { complete, completeExpression } from "@/policy/assist/complete";
import { definitionAt, hover, hoverNamedValue } from "@/policy/assist/hover";
import { hoverCode } from "@/policy/assist/hover-code";
import { signature, signatureInCode } from "@/policy/assist/signature";
import { check } from "@/policy/check";
import type { CheckOptions } from "@/policy/check/checker";
import { checkExpression } from "@/policy/expression/check-expression";
import { checkOptionsOf, type Knowledge, type Standing } from "@/policy/knowledge";
import { format } from "@/policy/xml/format";
import type { LanguageQuestions, QuestionName, Surroundings } from "./language-request";

type Answers = {
  [Name in QuestionName]: (
    given: LanguageQuestions[Name]["given"],
    surroundings: Surroundings,
  ) => LanguageQuestions[Name]["answer"];
};

const answers: Answers = {
  check: ({ text }, { knowledge, standing }) => check(text, optionsOf(knowledge, standing)),
  complete: ({ text, offset }, { knowledge, standing }) => complete(text, offset, knowledge, standing),
  hover: ({ text, offset }, { knowledge, standing }) => hover(text, offset, knowledge, standing),
  signature: ({ text, offset }) => signature(text, offset),
  definition: ({ text, offset }, { knowledge }) => definitionAt(text, offset, knowledge),
  checkCode: ({ code }) =>
    checkExpression(code).problems.map(({ code: id, severity, message, start, end }) => ({
      ...{ code: id, severity, message, start, end },
    })),
  completeCode: ({ code, offset, document }, { knowledge, standing }) =>
    completeExpression(code, offset, document, knowledge, standing),
  hoverCode: ({ code, offset }, { knowledge }) => hoverNamedValue(code, offset, knowledge) ?? hoverCode(code, offset),
  signatureCode: ({ code, offset }) => signatureInCode(code, offset),
  format: ({ text }) => {
    const { formatted, problems } = format(text);
    return problems.length > 0 ? null : formatted;
  },
};

/** Answers where the language itself runs; the worker does. */
export const answer = <Name extends QuestionName>(
  name: Name,
  given: LanguageQuestions[Name]["given"],
  surroundings: Surroundings,
): LanguageQuestions[Name]["answer"] => (answers[name] as Answers[Name])(given, surroundings);

const nothing: Knowledge = { namedValues: [], backends: [], fragments: [], certificates: [], loggers: [] };

/** Until it is known what exists, whatever is named does. */
export function optionsOf(knowledge: Knowledge | null, standing: Standing): CheckOptions {
  const options = checkOptionsOf(knowledge ?? nothing, standing);
  if (knowledge !== null) return options;
  const isAnything = () => true;
  const known = {
    namedValues: isAnything,
    backends: isAnything,
    fragments: isAnything,
    certificates: isAnything,
    loggers: isAnything,
  };
  return { ...options, known };
}
