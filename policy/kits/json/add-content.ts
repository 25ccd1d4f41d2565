import { charge, tick } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import type { JContainer } from "./jcontainer";
import { JToken } from "./jtoken";
import { JValue } from "./jvalue";
import { guardDepth } from "./too-deep";

/** Puts a token, a value, or each of a sequence of them at an index. */
export function addContent(container: JContainer, index: number, content: unknown): void {
  let at = index;
  for (const part of parts(content)) {
    container.insert(at, part);
    at++;
  }
}

/** Everything is read before anything is added, for the content may be what the container holds. */
function parts(content: unknown): (JToken | null)[] {
  const result: (JToken | null)[] = [];
  collect(content, result, 0);
  return result;
}

function collect(content: unknown, result: (JToken | null)[], depth: number): void {
  guardDepth(depth);
  if (content instanceof NetObject && !(content instanceof JToken) && Symbol.iterator in content) {
    for (const part of content as Iterable<unknown>) {
      tick();
      collect(part, result, depth + 1);
    }
    return;
  }
  charge(16);
  result.push(asToken(content));
}

/** A value as the token that a container takes for it. */
export const asToken = (content: unknown): JToken =>
  content instanceof JToken ? content : new JValue(content === undefined ? null : content);

/** JProperty takes one value as it is, and several as an array. */
export const isSequence = (content: unknown): boolean =>
  content instanceof NetObject && !(content instanceof JToken) && Symbol.iterator in content;
