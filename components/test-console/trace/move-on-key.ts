import type { KeyboardEvent } from "react";
import type { StepChoice } from "./step-choice";

/** A key with a modifier is somebody else's. */
export const moveOnKey =
  (move: StepChoice["onMove"]) =>
  (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && move(event.key)) event.preventDefault();
  };
