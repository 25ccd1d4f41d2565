import { parentPort } from "node:worker_threads";
import { tasks, type WorkOrder, type WorkReport } from "./tasks";
import { threadPlace } from "./thread-time";

// The program of a worker thread: one order at a time, each answered with a report.

const port = parentPort;
if (port === null) throw new Error("This program runs in a worker thread only.");

const report = (message: WorkReport): void => port.postMessage(message);

port.on("message", async ({ task, input }: WorkOrder) => {
  try {
    const run = (await tasks[task]()) as (input: unknown) => unknown;
    report({ kind: "begun", place: threadPlace() });
    report({ kind: "done", output: await run(input) });
  } catch (error) {
    // Exceptions of .NET are no errors of JavaScript, but have a message, too.
    const { message } = (error ?? {}) as { message?: unknown };
    report({ kind: "failed", message: typeof message === "string" ? message : String(error) });
  }
});
