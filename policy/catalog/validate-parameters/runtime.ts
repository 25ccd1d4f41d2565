import {
  type CompileContext,
  fixedOptional,
  partNamed,
  partsNamed,
  type Runtime,
  read,
  required,
} from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import type { OperationDescription, ParameterDescription } from "@/policy/host/resources";
import { checkValues, type ValueActions } from "@/policy/kits/validation/check-values";
import { Findings } from "@/policy/kits/validation/findings";
import { compileNamedActions } from "@/policy/kits/validation/named-actions";
import type { PolicyNode } from "@/policy/policy-node";
import { headerValues, pathValues, queryValues } from "./given-values";

/** The action for one name, or for all that have none of their own: of a parameter, its group, or the policy. */
type ActionOf = (exchange: Exchange, name: string) => string;

interface GroupActions {
  readonly specified: ActionOf;
  readonly unspecified: ActionOf;
}

export const runtime: Runtime = {
  compile(node, context) {
    const policy = node.name;
    const variable = fixedOptional(node, context.text(node, "errors-variable-name"));
    const headers = compileGroup(node, "headers", context);
    const query = compileGroup(node, "query", context);
    const path = compileGroup(node, "path", context);
    return (exchange) => {
      const description = exchange.resources.description();
      if (description === null) return proceed;
      const findings = new Findings(exchange, policy, variable, "request");
      const { resources } = exchange;
      const { templateParameters, request } = description;
      const inPath = templateParameters.map(withoutStar);
      const inQuery = [...request.queryParameters, ...ofTemplate(exchange, description)];
      const work = [
        checkValues("PathParameter", inPath, pathValues(exchange), bound(path, exchange, false), resources, findings),
        checkValues("QueryParameter", inQuery, queryValues(exchange), bound(query, exchange), resources, findings),
        checkValues(
          "RequestHeader",
          request.headers,
          headerValues(exchange),
          bound(headers, exchange),
          resources,
          findings,
        ),
      ].filter((each) => each !== undefined);
      if (work.length > 0) return settled(work, findings);
      findings.settle();
      return proceed;
    };
  },
};

async function settled(work: readonly Promise<void>[], findings: Findings): Promise<Flow> {
  await Promise.all(work);
  findings.settle();
  return proceed;
}

function compileGroup(node: PolicyNode, name: string, context: CompileContext): GroupActions {
  const group = partNamed(node, name);
  const named = compileNamedActions(group === undefined ? [] : partsNamed(group, "parameter"), context);
  const actionOf = (attribute: string): ActionOf => {
    const own = group === undefined ? null : context.text(group, attribute);
    const action = own ?? required(node, attribute, context.text(node, attribute));
    return (exchange, each) => named(exchange, each) ?? read(action, exchange);
  };
  return { specified: actionOf("specified-parameter-action"), unspecified: actionOf("unspecified-parameter-action") };
}

const bound = ({ specified, unspecified }: GroupActions, exchange: Exchange, canHaveOthers = true): ValueActions => ({
  specified: (name) => specified(exchange, name),
  unspecified: canHaveOthers ? (name) => unspecified(exchange, name) : null,
});

const withoutStar = (parameter: ParameterDescription): ParameterDescription =>
  parameter.name.startsWith("*") ? { ...parameter, name: parameter.name.slice(1) } : parameter;

/** Query parameters that the URL template itself names are described there, and their values are matched there. */
function ofTemplate({ operation }: Exchange, { request }: OperationDescription): ParameterDescription[] {
  const template = operation?.urlTemplate ?? "";
  const mark = template.indexOf("?");
  if (mark < 0) return [];
  const known = new Set(request.queryParameters.map(({ name }) => name.toLowerCase()));
  return template
    .slice(mark + 1)
    .split("&")
    .map((pair) => pair.split("=", 1)[0] as string)
    .filter((name) => name !== "" && !known.has(name.toLowerCase()))
    .map((name) => ({ ...undescribed, name }));
}

const undescribed: ParameterDescription = {
  name: "",
  type: "array",
  required: false,
  values: [],
  defaultValue: null,
  schemaId: null,
  typeName: null,
};
