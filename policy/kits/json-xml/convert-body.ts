import { transformationFailed } from "@/policy/kits/content/transformation-failed";
import { runWork } from "@/policy/kits/worker/run-work";
import type { TaskInput } from "@/policy/kits/worker/tasks";
import { WorkFailed } from "@/policy/kits/worker/work-failed";
import { jsonTextToXml, xmlTextToJson } from "./conversions";

/** Longer texts would hold up everybody else. */
const smallLength = 64 * 1024;
const longestMs = 5_000;

const here = { "json-to-xml": jsonTextToXml, "xml-to-json": xmlTextToJson };
const wrong = { "json-to-xml": "The body is no JSON.", "xml-to-json": "The body is no XML." };

/** At once where the text is short, else in a worker thread. Fails with a Fault of the policy, which is named as the task is. */
export function convertBody<N extends keyof typeof here>(source: N, work: TaskInput<N>): string | Promise<string> {
  if (work.text.length > smallLength) {
    return runWork(source, work, longestMs).catch((error: unknown) => {
      throw error instanceof WorkFailed ? transformationFailed(source, told(error, wrong[source]), error) : error;
    });
  }
  try {
    return (here[source] as (given: TaskInput<N>) => string)(work);
  } catch (error) {
    throw transformationFailed(source, `${wrong[source]} ${(error as Error).message}`, error);
  }
}

function told({ reason, message }: WorkFailed, what: string): string {
  if (reason === "failed") return `${what} ${message}`;
  if (reason === "busy") return "Too many transformations are waiting already.";
  return "The body is too large to be transformed.";
}
