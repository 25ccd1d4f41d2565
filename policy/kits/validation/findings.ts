import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { JArray } from "@/policy/kits/json/jarray";
import { JObject } from "@/policy/kits/json/jobject";
import { JValue } from "@/policy/kits/json/jvalue";
import { TokenType } from "@/policy/kits/json/token-type";

/** One line of Azure's table of validation errors. */
export interface Finding {
  readonly name: string;
  readonly type: string;
  readonly rule: string;
  /** For whoever looks into it. */
  readonly details: string;
  /** For the client of a request; null: nothing that concerns it. */
  readonly publicText: string | null;
}

export const internalError = "The request could not be processed due to an internal error. Contact the API owner.";

/** What one run of a validation policy has found: kept in the variable that it names, and an end to the request where that is the action. */
export class Findings {
  readonly #exchange: Exchange;
  readonly #policy: string;
  readonly #variable: string | null;
  readonly #side: "request" | "response";
  readonly #list = new JArray();
  #prevented: Finding | null = null;

  constructor(exchange: Exchange, policy: string, variable: string | null, side: "request" | "response") {
    this.#exchange = exchange;
    this.#policy = policy;
    this.#variable = variable;
    this.#side = side;
  }

  add(finding: Finding, action: string): void {
    if (action === "ignore") return;
    const { name, type, rule, details } = finding;
    this.#exchange.trace?.note(this.#policy, { name, type, rule, details, action });
    const entry = new JObject();
    const members = { Name: name, Type: type, ValidationRule: rule, Details: details, Action: action };
    for (const [key, text] of Object.entries(members)) entry.set(key, new JValue(text, TokenType.String));
    this.#list.append(entry);
    if (action === "prevent") this.#prevented ??= finding;
  }

  /** To be asked behind every set of findings: throws where one of them is to be prevented. */
  settle(): void {
    if (this.#list.items.length === 0) return;
    if (this.#variable !== null) this.#exchange.variables.set(this.#variable, this.#list);
    if (this.#prevented === null) return;
    const isRequest = this.#side === "request";
    throw new Fault({
      source: this.#policy,
      reason: isRequest ? "Bad request" : "Response not allowed",
      status: isRequest ? 400 : 502,
      message: (isRequest ? this.#prevented.publicText : null) ?? internalError,
    });
  }
}
