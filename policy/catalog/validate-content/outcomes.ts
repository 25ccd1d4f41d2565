import type { CheckOutcome } from "@/policy/kits/validation/check-outcome";
import type { Finding, Findings } from "@/policy/kits/validation/findings";

/** Which body is looked at, and as what. */
export interface Subject {
  readonly side: "request" | "response";
  readonly type: string;
}

const bodyOf = ({ side }: Subject): string => (side === "request" ? "RequestBody" : "ResponseBody");
const apiSchema = (details: string): Finding => ({ name: "", type: "ApiSchema", rule: "", details, publicText: null });

export const missingSchema = apiSchema("API's schema does not exist or it could not be resolved.");

export function unspecifiedType(subject: Subject): Finding {
  const text = `Unspecified content type ${subject.type} is not allowed.`;
  return { name: subject.type, type: bodyOf(subject), rule: "Unspecified", details: text, publicText: text };
}

/** `size`: null where the body was not read to its end. */
export function sizeExceeded(subject: Subject, size: number | null, maxBytes: number): Finding {
  const whose = subject.side === "request" ? "Request's" : "Response's";
  const found = `${whose} body is ${size ?? `more than ${maxBytes}`} bytes long and it exceeds the`;
  const details = `${found} configured limit of ${maxBytes} bytes.`;
  return {
    name: "",
    type: bodyOf(subject),
    rule: "SizeLimit",
    details,
    publicText: `${found} limit of ${maxBytes} bytes.`,
  };
}

export function notValidated(subject: Subject, why: string): Finding {
  const details = `Body of the ${subject.side} cannot be validated for the content type ${subject.type}.\n\n${why}`;
  return { name: "", type: bodyOf(subject), rule: "ValidationException", details, publicText: null };
}

export function addOutcome(
  outcome: CheckOutcome,
  subject: Subject & { readonly definition: string },
  action: string,
  findings: Findings,
): void {
  const { side, type, definition } = subject;
  const associated = `${definition}, which is associated with the content type ${type}.`;
  const about = { name: type, type: bodyOf(subject) };
  switch (outcome.kind) {
    case "conforms":
      break;
    case "no-definitions":
      findings.add(apiSchema("API's schema does not specify definitions."), action);
      break;
    case "no-definition": {
      const details = `API's schema does not contain definition ${associated}`;
      findings.add({ ...about, rule: "MissingDefinition", details, publicText: null }, action);
      break;
    }
    case "unusable":
      findings.add(notValidated(subject, outcome.message), action);
      break;
    case "wrong":
      for (const { message, line, position } of outcome.problems) {
        const place = `${message} Line: ${line}, Position: ${position}`;
        // Without a definition there is none to name.
        const text =
          definition === ""
            ? `Body of the ${side} cannot be validated for the content type ${type}.\n\n${place}`
            : `Body of the ${side} does not conform to the definition ${associated}\n\n${place}`;
        findings.add({ ...about, rule: "IncorrectMessage", details: text, publicText: text }, action);
      }
  }
}
