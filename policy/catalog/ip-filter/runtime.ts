import { type CompileContext, type Runtime, read, required, type Value } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { PolicyNode } from "@/policy/policy-node";
import { type AddressRange, isInRange, parseAddress, rangeOf } from "./address";

type Verdict = "pass" | "unlisted" | "blocked" | "unknown";

/** Of so many callers the verdict is kept. */
const keptVerdicts = 4096;

export const runtime: Runtime = {
  compile(node, context) {
    const action = context.text(node, "action") ?? { fixed: "allow" };
    const ends = node.children.map((child) => endsOf(child, context));
    const known = ends.every(isFixed) ? knownRanges(ends) : null;
    if (known === null || !("fixed" in action)) {
      return (exchange) => {
        const ranges = known ?? ends.map(({ from, to }) => rangeNow(read(from, exchange), read(to, exchange)));
        return enforce(exchange, verdict(exchange.request.clientAddress, read(action, exchange), ranges));
      };
    }
    const verdicts = new Map<string, Verdict>();
    return (exchange) => {
      const { clientAddress } = exchange.request;
      let found = verdicts.get(clientAddress);
      if (found === undefined) {
        found = verdict(clientAddress, action.fixed, known);
        if (verdicts.size >= keptVerdicts) verdicts.clear();
        verdicts.set(clientAddress, found);
      }
      return found === "pass" ? proceed : enforce(exchange, found);
    };
  },
};

interface Ends<V = Value<string>> {
  readonly from: V;
  readonly to: V;
}

function endsOf(child: PolicyNode, context: CompileContext): Ends {
  if (child.name === "address") {
    const address = context.content(child);
    return { from: address, to: address };
  }
  const end = (name: string) => required(child, name, context.text(child, name));
  return { from: end("from"), to: end("to") };
}

const isFixed = (ends: Ends): ends is Ends<{ readonly fixed: string }> => "fixed" in ends.from && "fixed" in ends.to;

/** null: one of them is no range, which fails each request. */
function knownRanges(ends: readonly Ends<{ readonly fixed: string }>[]): AddressRange[] | null {
  const ranges = ends.map(({ from, to }) => rangeOf(from.fixed, to.fixed));
  return ranges.every((range) => typeof range !== "string") ? ranges : null;
}

function rangeNow(from: string, to: string): AddressRange {
  const range = rangeOf(from, to);
  if (typeof range !== "string") return range;
  const reason = "ExpressionValueEvaluationFailure";
  throw new Fault({ source: "ip-filter", reason, status: 500, message: `Expression evaluation failed. ${range}` });
}

function verdict(caller: string, action: string, ranges: readonly AddressRange[]): Verdict {
  const address = parseAddress(caller);
  if (address === null) return action === "allow" ? "unknown" : "pass";
  const isListed = ranges.some((range) => isInRange(address, range));
  if (action === "allow") return isListed ? "pass" : "unlisted";
  return isListed ? "blocked" : "pass";
}

function enforce({ request }: Exchange, found: Verdict): Flow {
  if (found === "pass") return proceed;
  const [reason, message] = refusals(request.clientAddress)[found];
  throw new Fault({ source: "ip-filter", reason, status: 403, message, publicMessage: "Forbidden" });
}

const refusals = (caller: string): Record<Exclude<Verdict, "pass">, [reason: string, message: string]> => ({
  unknown: ["FailedToParseCallerIP", "Failed to establish IP address for the caller. Access denied."],
  unlisted: ["CallerIpNotAllowed", `Caller IP address ${caller} is not allowed. Access denied.`],
  blocked: ["CallerIpBlocked", "Caller IP address is blocked. Access denied."],
});
