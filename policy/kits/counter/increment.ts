import { BytesBody } from "@/policy/body";
import { type CompileContext, type LateValue, read, type Value } from "@/policy/catalog/compile";
import type { Exchange, ResponseMessage } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";

/** Whether and by how much a request raises a counter: increment-condition and increment-count. */
export interface Increment {
  /** It can be told when the policy runs; otherwise only once there is a response. */
  readonly isEarly: boolean;
  /** 0: not at all. */
  early(exchange: Exchange): number | Promise<number>;
  /** Calls back once, when it is known. What cannot be worked out counts: nobody passes by breaking the condition. */
  late(exchange: Exchange, count: (amount: number) => void): void;
}

export function compileIncrement(node: PolicyNode, context: CompileContext, afterResponse: boolean): Increment {
  const condition = context.lateBoolean(node, "increment-condition");
  const amount = context.integer(node, "increment-count") ?? { fixed: 1 };
  const text = `${node.attributes.get("increment-condition") ?? ""} ${node.attributes.get("increment-count") ?? ""}`;
  const readsBody = /Response\s*\.\s*Body\b/.test(text);
  const evaluate = (exchange: Exchange): number | Promise<number> => amountOf(exchange, condition, amount);
  return {
    // Variables and the like may be set by policies that have not run yet.
    isEarly: !afterResponse && !/\b(Response|LastError|Variables|Elapsed)\b/.test(text),
    early: evaluate,
    late(exchange, count) {
      let done = false;
      const run = () => {
        if (done) return;
        done = true;
        try {
          const worked = evaluate(exchange);
          if (typeof worked === "number") count(worked);
          else worked.then(count, () => count(1));
        } catch {
          count(1);
        }
      };
      exchange.atResponse(readsBody ? overhear : run);
      exchange.atEnd(run);
    },
  };
}

const longestBody = 8 * 1024 * 1024;

/** A body that a condition looks into goes to the client without a wait, and is there to be looked into afterwards. */
function overhear(response: ResponseMessage): void {
  const { body } = response;
  if (body.kind !== "stream") return;
  const chunks: Uint8Array[] = [];
  let size = 0;
  body.tap?.((chunk) => {
    if (chunk !== null) {
      size += chunk.byteLength;
      if (size <= longestBody) chunks.push(chunk);
    } else if (size <= longestBody) response.body = new BytesBody(Buffer.concat(chunks, size));
  });
}

function amountOf(
  exchange: Exchange,
  condition: LateValue<boolean> | null,
  amount: Value<number>,
): number | Promise<number> {
  const counts = condition === null ? true : condition(exchange);
  if (typeof counts === "boolean") return counts ? read(amount, exchange) : 0;
  return counts.then((does) => (does ? read(amount, exchange) : 0));
}
