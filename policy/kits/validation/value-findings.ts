import type { ValueOutcome } from "./check-value";
import type { Finding, Findings } from "./findings";

export type ValueType = "QueryParameter" | "PathParameter" | "RequestHeader" | "ResponseHeader";

const words = {
  QueryParameter: "query parameter",
  PathParameter: "path parameter",
  RequestHeader: "header",
  ResponseHeader: "header",
} as const;

const finding = (type: ValueType, name: string, rule: string, details: string, publicText: string | null): Finding => ({
  name,
  type,
  rule,
  details,
  publicText,
});

export function unspecifiedValue(type: ValueType, name: string): Finding {
  const text = `Unspecified ${words[type]} ${name} is not allowed.`;
  return finding(type, name, "Unspecified", text, text);
}

/** Azure's tables do not say how what is missing is reported; it is told as what does not conform. */
export function missingValue(type: ValueType, name: string): Finding {
  const text = `The required ${words[type]} ${name} is missing.`;
  return finding(type, name, "IncorrectMessage", text, text);
}

export function addValueOutcome(
  outcome: ValueOutcome,
  type: ValueType,
  name: string,
  definition: string,
  action: string,
  findings: Findings,
): void {
  const what = `${words[type]} ${name}`;
  const add = (rule: string, details: string, publicText: string | null) =>
    findings.add(finding(type, name, rule, details, publicText), action);
  const apiSchema = (details: string) =>
    findings.add({ name, type: "ApiSchema", rule: "", details, publicText: null }, action);
  switch (outcome.kind) {
    case "conforms":
      break;
    case "several": {
      const whole = type === "ResponseHeader" ? "Response" : "Request";
      const text = `${whole} cannot contain multiple values for the ${what}.`;
      add("IncorrectMessage", text, text);
      break;
    }
    case "unparsable": {
      const why = `according to the definition.\n\n${outcome.message}`;
      add(
        "IncorrectMessage",
        `Value of the ${what} cannot be parsed ${why}`,
        `Value of the ${what} couldn't be parsed ${why}`,
      );
      break;
    }
    case "wrong":
      for (const { message, line, position } of outcome.problems) {
        const place = line === 0 ? message : `${message} Line: ${line}, Position: ${position}`;
        const text = `alue of the ${what} does not conform to the definition.\n\n${place}`;
        add("IncorrectMessage", `V${text}`, `The v${text}`);
      }
      break;
    case "missing-schema":
      apiSchema("API's schema doesn't exist or it couldn't be resolved.");
      break;
    case "no-definitions":
      apiSchema("API schema does not specify definitions.");
      break;
    case "no-definition": {
      const text = `API's schema does not contain definition ${definition}, which is associated with the ${what}.`;
      add("MissingDefinition", text, null);
      break;
    }
    case "unusable":
      add(
        "ValidationError",
        `${what[0]?.toUpperCase()}${what.slice(1)} cannot be validated.\n\n${outcome.message}`,
        null,
      );
  }
}
