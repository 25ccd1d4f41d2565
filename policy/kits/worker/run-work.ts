import type { TaskInput, TaskName, TaskOutput } from "./tasks";
import { WorkerPool } from "./worker-pool";

const pool = new WorkerPool();

/** Runs a task of tasks.ts in one of the process's worker threads. Rejects with a WorkFailed, also when its time is over. */
export const runWork = <N extends TaskName>(task: N, input: TaskInput<N>, timeoutMs: number): Promise<TaskOutput<N>> =>
  pool.run(task, input, timeoutMs);
