import type { BoundCatch, BoundStatement } from "@/policy/expression/bind/bound";
import { NetException } from "@/policy/expression/values/net-exception";
import { embedded } from "./embedded";
import { typeTest } from "./operations/cast";
import { filter } from "./operations/control";
import type { Writer } from "./writer";

type Of<K extends BoundStatement["kind"]> = Extract<BoundStatement, { kind: K }>;

export function tryStatement(writer: Writer, node: Of<"try">): string {
  const body = embedded(writer, node.block);
  const guarded = node.catches.length === 0 ? body : `{try${body}${catching(writer, node.catches)}}`;
  const last = node.finally;
  return last === null ? guarded : finishing(writer, guarded, () => embedded(writer, last));
}

/** What no policy can catch, such as an exhausted budget, runs no finally either. Nothing is called, for the stack may be full. */
function finishing(writer: Writer, body: string, last: () => string): string {
  const [runs, error] = [writer.fresh("q"), writer.fresh("x")];
  const passOn = `catch(${error}){if(!(${error} instanceof ${writer.constant(NetException)}))${runs}=false;throw ${error};}`;
  return `{let ${runs}=true;try${body}${passOn}finally{if(${runs})${last()}}}`;
}

function catching(writer: Writer, catches: readonly BoundCatch[]): string {
  const error = writer.fresh("x");
  const { caught } = writer;
  const code = writer.block(() => {
    writer.caught = error;
    const branches = catches.map((one) => {
      const condition = matches(writer, one, error);
      return `if(${condition})${embedded(writer, one.block)}else `;
    });
    return `if(!(${error} instanceof ${writer.constant(NetException)}))throw ${error};${branches.join("")}throw ${error};`;
  });
  writer.caught = caught;
  return `catch(${error}){${code}}`;
}

function matches(writer: Writer, { type, symbol, when }: BoundCatch, error: string): string {
  const parts: string[] = [];
  if (type !== null) parts.push(`${writer.made("test", type, () => typeTest(writer.table, type))}(${error})`);
  if (symbol !== null) parts.push(`(${writer.nameOf(symbol)}=${error},true)`);
  if (when !== null) parts.push(`${writer.constant(filter)}(()=>${writer.expression(when)})`);
  return parts.length === 0 ? "true" : parts.join("&&");
}

export function usingStatement(writer: Writer, node: Of<"using">): string {
  const code = writer.block(() => {
    const start = `${writer.nameOf(node.symbol)}=${writer.expression(node.value)};`;
    const body = `{${writer.block(() => writer.statements([node.body]))}}`;
    const { dispose } = node;
    if (dispose === null) return start + body;
    const disposing = () => `{if(${writer.nameOf(node.symbol)}!==null)${writer.effect(dispose)};}`;
    return start + finishing(writer, body, disposing);
  });
  return `{${code}}`;
}
