import { type Flow, proceed } from "@/policy/exchange";
import type { Message } from "@/policy/message";
import { putText } from "./put-content";
import { readText } from "./read-content";

/** Puts what `change` makes of a body's text in its place; null leaves it untouched. An empty body stays empty. */
export function changeText(
  message: Message,
  source: string,
  change: (text: string) => string | null | Promise<string>,
): Flow | Promise<Flow> {
  const put = (changed: string | null): Flow => {
    if (changed !== null) putText(message, changed);
    return proceed;
  };
  const apply = (text: string): Flow | Promise<Flow> => {
    const changed = text === "" ? null : change(text);
    return changed instanceof Promise ? changed.then(put) : put(changed);
  };
  if (message.body.kind === "none") return proceed;
  const text = readText(message, source);
  return typeof text === "string" ? apply(text) : text.then(apply);
}
