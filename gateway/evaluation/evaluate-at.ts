import type { Evaluation, EvaluationProblem, EvaluationRequest } from "@/contract/console-run";
import type { Program } from "@/gateway/program/program";
import { redactorOf } from "@/gateway/trace/redactor";
import type { Circumstances } from "@/policy/exchange";
import { compileExpression, expressionText } from "@/policy/expression/compile-expression";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { isExpression } from "@/policy/expression/is-expression";
import { exchangeFromJson } from "@/policy/kits/message/exchange-from-json";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { library } from "@/policy/library/library";
import { putNamedValues } from "@/policy/named-values";
import { stateJson } from "./state-json";

const maxValueLength = 20_000;

/** What an expression comes to at a step of a trace. It is metered as in a policy, and tells no secret. */
export function evaluateAt({ expression, state }: EvaluationRequest, program: Program): Evaluation {
  const trimmed = expression.trim();
  const wrapped = isExpression(trimmed) ? trimmed : `@(${trimmed})`;
  const text = putNamedValues(wrapped, (name) => program.index.namedValues.get(name)?.value ?? undefined);
  const shift = expression.indexOf(trimmed) - (wrapped.length === trimmed.length ? 0 : 2);
  const redact = redactorOf({ program, subscription: null });
  const compiled = compileExpression(text, library);
  if (!compiled.ok) {
    const place = (at: number) => (text === wrapped ? Math.min(Math.max(at + shift, 0), expression.length) : null);
    const problems = compiled.problems
      .filter(({ severity }) => severity === "error")
      .map(({ code, message, start, end }): EvaluationProblem => {
        return { code, message: redact(message), start: place(start), end: place(end) };
      });
    return { ok: false, problems };
  }
  try {
    const value = compiled.evaluate(circumstances(state, program));
    const shown = redact(expressionText(value));
    const cut = shown.length > maxValueLength ? `${shown.slice(0, maxValueLength)} …` : shown;
    return { ok: true, value: cut, type: value === null || value === undefined ? null : typeNameOf(value) };
  } catch (error) {
    // The state was wrong, or the expression failed on it: both are for whoever asked.
    const message = error instanceof ExpressionFailure || error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [{ code: "failed", message: redact(message), start: null, end: null }] };
  }
}

function circumstances(state: EvaluationRequest["state"], { index, documents }: Program): Circumstances {
  const { apiId, operationId, productId } = state;
  const operation = operationId ? documents.get(operationId) : undefined;
  return {
    ...exchangeFromJson(stateJson(state)),
    api: apiId ? (index.apis.get(apiId)?.facts ?? null) : null,
    operation:
      operation?.type === "apis/operations"
        ? {
            id: operation.id,
            shortId: operation.name,
            name: operation.properties.displayName,
            method: operation.properties.method,
            urlTemplate: operation.properties.urlTemplate,
          }
        : null,
    product: productId ? (index.products.get(productId)?.facts ?? null) : null,
  };
}
