import { createServer, type Server } from "node:http";
import type { BreakerState } from "@/contract/breaker-state";
import type { Metrics } from "./metrics";

export interface AdminOptions {
  metrics: Pick<Metrics, "text" | "contentType">;
  /** null: ready; otherwise why not. */
  notReady: () => string | null;
  breakers: () => readonly BreakerState[];
}

/** For whoever runs the gateway, on a port of its own: alive, ready, measured. */
export function createAdminServer({ metrics, notReady, breakers }: AdminOptions): Server {
  return createServer(async (request, response) => {
    const answer = (status: number, body: string, contentType = "text/plain; charset=utf-8") => {
      response.writeHead(status, { "Content-Type": contentType, "Cache-Control": "no-store" });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, "Only GET and HEAD.\n");
    switch (request.url?.split("?", 1)[0]) {
      case "/healthz":
        return answer(200, "ok\n");
      case "/readyz": {
        const why = notReady();
        return why === null ? answer(200, "ready\n") : answer(503, `not ready: ${why}\n`);
      }
      case "/metrics":
        return answer(200, await metrics.text(), metrics.contentType);
      case "/breakers":
        return answer(200, `${JSON.stringify(breakers(), null, 2)}\n`, "application/json");
      default:
        return answer(404, "Here are /healthz, /readyz, /metrics and /breakers.\n");
    }
  });
}
