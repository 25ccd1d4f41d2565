"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { RunFrame, RunRequest } from "@/contract/console-run";
import type { Json } from "@/lib/json";
import { armUrl } from "../../data/arm-client";
import { ArmError, readArmError } from "../../data/arm-error";
import { tour } from "../../tour/tour";
import { type ConsoleRun, ended, newRun, withFrame } from "./console-run";
import { readLines } from "./read-lines";
import { runHistory } from "./run-history";

/** Sends through the portal's server, which knows keys and secrets and reaches the gateway; the browser needs none. */
export function useConsoleRun() {
  const [run, setRun] = useState<ConsoleRun | null>(null);
  const [refusal, setRefusal] = useState<ArmError | null>(null);
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);

  const send = useCallback(async (request: RunRequest): Promise<ConsoleRun | null> => {
    going.current?.abort();
    const controller = new AbortController();
    going.current = controller;
    const isCurrent = () => going.current === controller;
    let current = newRun(crypto.randomUUID(), request);
    setRefusal(null);
    setRun(current);
    // Frames may come faster than a screen is drawn.
    let drawing = 0;
    const show = () => {
      drawing ||= requestAnimationFrame(() => {
        drawing = 0;
        if (isCurrent()) setRun(current);
      });
    };
    try {
      for await (const frame of frames(request, controller.signal)) {
        current = withFrame(current, frame);
        show();
      }
      current = ended(current);
    } catch (error) {
      if (!controller.signal.aborted && error instanceof ArmError) {
        cancelAnimationFrame(drawing);
        if (isCurrent()) {
          setRefusal(error);
          setRun(null);
        }
        return null;
      }
      current = ended(current, controller.signal.aborted ? "stopped" : undefined);
    }
    cancelAnimationFrame(drawing);
    runHistory.keep(current);
    tour.noteCall(current.head?.status ?? 0);
    if (isCurrent()) {
      going.current = null;
      setRun(current);
    }
    return current;
  }, []);

  const stop = useCallback(() => going.current?.abort(), []);
  const open = useCallback((kept: ConsoleRun | null) => {
    going.current?.abort();
    going.current = null;
    setRefusal(null);
    setRun(kept);
  }, []);
  return { run, refusal, send, stop, open };
}

async function* frames(request: RunRequest, signal: AbortSignal): AsyncGenerator<RunFrame> {
  let response: Response;
  try {
    response = await fetch(armUrl("/console/run"), {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/x-ndjson" },
      body: JSON.stringify(request as unknown as Json),
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ArmError(0, "Unreachable", "", [], null);
  }
  if (!response.ok || response.body === null) {
    throw readArmError(response.status, await response.text(), response.headers.get("x-ms-request-id"));
  }
  yield* readLines<RunFrame>(response.body);
}
