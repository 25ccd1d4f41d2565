"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TestFrame, TestResult, TestRunRequest } from "@/contract/console-run";
import type { Json } from "@/lib/json";
import { armUrl } from "../../data/arm-client";
import { ArmError, readArmError } from "../../data/arm-error";
import { queryKeys } from "../../data/query-keys";
import { readLines } from "../run/read-lines";

export interface TestRun {
  going: boolean;
  /** Of saved requests, those that run; null: all. */
  names: readonly string[] | null;
  results: readonly TestResult[];
  /** How those that do not run went before, against the same. */
  earlier: readonly TestResult[];
  /** "": what is live. */
  draft: string;
}

/** Runs tests of an API and tells of each as it ends. */
export function useTestRun(api: string) {
  const client = useQueryClient();
  const [run, setRun] = useState<TestRun | null>(null);
  const [refusal, setRefusal] = useState<ArmError | null>(null);
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);
  const start = useCallback(
    async (request: TestRunRequest, earlier: readonly TestResult[]) => {
      going.current?.abort();
      const controller = new AbortController();
      going.current = controller;
      const results: TestResult[] = [];
      const about = { names: request.names ?? null, earlier, draft: request.draft ?? "" };
      setRefusal(null);
      setRun({ ...about, going: true, results });
      const path = `/apis/${api}/runTests`;
      try {
        const response = await fetch(armUrl(path), {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/x-ndjson" },
          body: JSON.stringify(request as unknown as Json),
          signal: controller.signal,
        });
        if (!response.ok || response.body === null)
          throw readArmError(response.status, await response.text(), response.headers.get("x-ms-request-id"));
        for await (const frame of readLines<TestFrame>(response.body)) {
          if (!("coverage" in frame)) results.push(frame);
          setRun({ ...about, going: true, results: [...results] });
        }
      } catch (error) {
        if (!controller.signal.aborted)
          setRefusal(error instanceof ArmError ? error : new ArmError(0, "Unreachable", "", [], null));
      }
      if (going.current !== controller) return;
      going.current = null;
      setRun({ ...about, going: false, results: [...results] });
      await client.invalidateQueries({ queryKey: queryKeys.endpoint(`/apis/${api}/testResults`) });
    },
    [api, client],
  );
  const stop = useCallback(() => going.current?.abort(), []);
  return { run, refusal, start, stop };
}
