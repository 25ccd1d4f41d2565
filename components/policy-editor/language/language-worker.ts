import { completeCode } from "@/policy/assist/complete-code";
import { answer } from "./answer";
import type { FromWorker, Surroundings, ToWorker } from "./language-request";

/** The language, away from the thread that draws. */
const surroundings = new Map<number, Surroundings>();
const send = (message: FromWorker): void => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "surroundings") {
    surroundings.set(data.key, data.surroundings);
    return;
  }
  const { id, name, given, key } = data;
  try {
    const around = surroundings.get(key);
    if (around === undefined) throw new Error("The surroundings of the question are not known.");
    send({ id, ok: true, answer: answer(name, given, around) });
  } catch (error) {
    send({ id, ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});

/** The library of types is read before anybody waits for it, once what was asked at the start is answered. */
function warmUp(): void {
  completeCode("@(context.Request.Headers.)", 26, { variables: [], parameters: [] });
}
setTimeout(warmUp, 400);
