import { textBody } from "@/policy/body";
import { partNamed, partsNamed, type Runtime, read, required, requiredPart } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { expressionText } from "@/policy/expression/compile-expression";
import { Fault } from "@/policy/fault";
import { putText } from "@/policy/kits/content/put-content";
import { callOf, callOptions } from "@/policy/kits/data-source/call-of";
import { decodedText } from "@/policy/kits/message/decoded-text";

/**
 * Undocumented. The field's value is the only member of `data`, or `data` itself where it has several, unless the response
 * part makes another one of the whole answer.
 */
export const runtime: Runtime = {
  compile(node, context) {
    const request = requiredPart(node, "request");
    const makeCall = callOf(request, context, "POST");
    const options = callOptions(node, context);
    const document = context.content(requiredPart(request, "document"));
    const operationName = partNamed(request, "operationName");
    const operation = operationName === undefined ? null : context.content(operationName);
    const variables = partsNamed(partNamed(request, "variables") ?? request, "variable").map((variable) => ({
      name: required(variable, "name", context.text(variable, "name")),
      value: context.contentObject(variable),
    }));
    const response = partNamed(node, "response");
    const edit = context.sequence(response?.children ?? [], "response");
    const question = (exchange: Exchange): string =>
      JSON.stringify({
        query: read(document, exchange),
        ...(operation === null ? {} : { operationName: read(operation, exchange).trim() }),
        variables: Object.fromEntries(
          variables.map(({ name, value }) => [read(name, exchange), jsonOf(read(value, exchange))]),
        ),
      });
    return async (exchange) => {
      const call = await makeCall(exchange);
      call.headers.set("Content-Type", "application/json");
      call.body = textBody(question(exchange));
      exchange.response = await exchange.host.send(exchange, call, options(exchange));
      if (exchange.response.status >= 400) return proceed;
      if (response === undefined) await takeData(exchange);
      else await edit(exchange);
      return proceed;
    };
  },
};

/** Numbers, booleans and objects of JSON go as such; everything else as its text. */
function jsonOf(value: unknown): unknown {
  if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  const text = expressionText(value);
  if (typeof value === "string") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

async function takeData({ response }: Exchange): Promise<void> {
  if (response === null) return;
  const answer = parsed(await decodedText(response));
  const [error] = answer.errors ?? [];
  if (error !== undefined) {
    const told = `The data source answered: ${error.message ?? "an error without a message"}`;
    throw failed(told, "The data source answered with errors.");
  }
  const { data } = answer;
  const members = typeof data === "object" && data !== null ? Object.values(data) : [];
  putText(response, JSON.stringify((members.length === 1 ? members[0] : data) ?? null));
}

function parsed(text: string): { data?: unknown; errors?: { message?: string }[] } {
  try {
    const answer = JSON.parse(text);
    if (typeof answer === "object" && answer !== null) return answer;
  } catch {
    // Told below.
  }
  throw failed("The data source did not answer with a GraphQL result.");
}

const failed = (message: string, publicMessage = message): Fault =>
  new Fault({ source: "graphql-data-source", reason: "DataSourceError", status: 502, message, publicMessage });
