import type { TraceStep } from "./trace-steps";

/** A trace's steps, one of which is chosen. */
export interface StepChoice {
  steps: readonly TraceStep[];
  chosen: number;
  onChoose(index: number): void;
  /** Whether the key leads to a step. */
  onMove(key: string): boolean;
}
