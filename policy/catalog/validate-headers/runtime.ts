import { fixedOptional, partsNamed, type Runtime, read, required } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { checkValues, GivenByName } from "@/policy/kits/validation/check-values";
import { Findings } from "@/policy/kits/validation/findings";
import { compileNamedActions } from "@/policy/kits/validation/named-actions";

/**
 * What HTTP itself sends, whatever an API is about. Which headers Azure leaves out is not documented; OpenAPI says that
 * Content-Type is never among those that a description describes.
 */
const transport = new Set(
  "connection content-encoding content-length content-type date keep-alive te trailer transfer-encoding upgrade".split(
    " ",
  ),
);

export const runtime: Runtime = {
  compile(node, context) {
    const policy = node.name;
    const variable = fixedOptional(node, context.text(node, "errors-variable-name"));
    const action = (name: string) => required(node, name, context.text(node, name));
    const specified = action("specified-header-action");
    const unspecified = action("unspecified-header-action");
    const named = compileNamedActions(partsNamed(node, "header"), context);
    return (exchange) => {
      const description = exchange.resources.description();
      const { response } = exchange;
      if (description === null || response === null) return proceed;
      const findings = new Findings(exchange, policy, variable, "response");
      const described = description.responses.find(({ statusCode }) => statusCode === response.status)?.headers ?? [];
      const given = headersOf(exchange);
      const actions = {
        specified: (name: string) => named(exchange, name) ?? read(specified, exchange),
        unspecified: (name: string) => named(exchange, name) ?? read(unspecified, exchange),
      };
      const work = checkValues("ResponseHeader", described, given, actions, exchange.resources, findings);
      if (work === undefined) {
        findings.settle();
        return proceed;
      }
      return work.then(() => {
        findings.settle();
        return proceed;
      });
    };
  },
};

function headersOf({ response }: Exchange): GivenByName {
  const given = new GivenByName();
  const lines = response?.headers.lines ?? [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const name = lines[at] as string;
    if (!transport.has(name.toLowerCase())) given.note(name, lines[at + 1] as string);
  }
  return given;
}
