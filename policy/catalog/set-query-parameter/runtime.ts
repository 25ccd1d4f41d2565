import { CompileError, partsNamed, type Runtime, read, required, type Value } from "@/policy/catalog/compile";
import { type Exchange, proceed, type Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { callOf, type Side } from "@/policy/message";
import { type QueryChange, queryChanges, writtenPairs } from "./change-query";

const nameless = "The name of a query parameter must not be empty.";

// In outbound and on-error there is nothing to change but the request, whose URL no backend will see again.
export const runtime: Runtime = {
  compile(node, { message, ...context }) {
    const name = required(node, "name", context.text(node, "name"));
    const action = required(node, "exists-action", context.text(node, "exists-action"));
    const values = partsNamed(node, "value").map((part) => context.content(part));
    if (isFixed(name) && isFixed(action) && values.every(isFixed)) {
      if (name.fixed === "") throw new CompileError(node, nameless);
      const texts = values.map((value) => value.fixed);
      return changing(message, queryChanges[action.fixed] as QueryChange, name.fixed, texts);
    }
    return (exchange) => {
      const parameter = read(name, exchange);
      if (parameter === "") {
        const reason = "ExpressionValueEvaluationFailure";
        throw new Fault({ source: node.name, reason, status: 500, message: nameless });
      }
      const texts = values.map((value) => read(value, exchange));
      return changing(message, queryChanges[read(action, exchange)] as QueryChange, parameter, texts)(exchange);
    };
  },
};

const isFixed = <T>(value: Value<T>): value is { readonly fixed: T } => "fixed" in value;

function changing(message: Side, change: QueryChange, parameter: string, values: readonly string[]): Step {
  const name = parameter.toLowerCase();
  const pairs = writtenPairs(parameter, values);
  if (message !== "call") {
    return ({ target }) => {
      target.query = change(target.query, name, pairs);
      return proceed;
    };
  }
  return (exchange: Exchange) => {
    const call = callOf(exchange);
    const [address = "", ...fragment] = call.url.split("#");
    const mark = address.indexOf("?");
    const [path, query] = mark < 0 ? [address, ""] : [address.slice(0, mark), address.slice(mark)];
    call.url = [path + change(query, name, pairs), ...fragment].join("#");
    return proceed;
  };
}
