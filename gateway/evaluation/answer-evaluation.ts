import type { Evaluation } from "@/contract/console-run";
import type { AsideToGateway, FrameToPortal } from "@/contract/stream";
import type { Previews } from "@/gateway/preview/previews";
import type { Program } from "@/gateway/program/program";
import { evaluateAt } from "./evaluate-at";

const failed = (message: string): Evaluation => ({
  ok: false,
  problems: [{ code: "failed", message, start: null, end: null }],
});

/** Answers the portal, whatever comes of it. */
export function answerEvaluation(
  { id, draftId, expression, state }: Extract<AsideToGateway, { kind: "evaluate" }>,
  live: Program | null,
  previews: Previews,
  answer: (frame: FrameToPortal) => void,
): void {
  const evaluation = () => {
    if (live === null) return failed("The gateway has no configuration yet.");
    const program = draftId === null ? live : previews.programOf(draftId, live);
    if (program === null) return failed("The draft cannot be run on the configuration as it is now.");
    try {
      return evaluateAt({ expression, state }, program);
    } catch {
      return failed("The expression could not be evaluated.");
    }
  };
  answer({ kind: "evaluated", id, evaluation: evaluation() });
}
