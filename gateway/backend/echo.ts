import { textBody } from "@/policy/body";
import type { ResponseMessage } from "@/policy/exchange";
import { Headers } from "@/policy/headers";

/** The reserved host that the gateway answers itself, so that a first call works with nothing else running. */
export const echoHostName = "echo.gatehouse.internal";

export interface EchoedRequest {
  method: string;
  url: string;
  /** As they would have been sent. */
  lines: readonly string[];
  body: Uint8Array;
}

/** Tells the caller what a backend would have received. */
export function echo(request: EchoedRequest): ResponseMessage {
  const headers: Record<string, string> = Object.create(null);
  for (let index = 0; index < request.lines.length; index += 2) {
    const name = request.lines[index] as string;
    const value = request.lines[index + 1] as string;
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  const body = textBody(
    JSON.stringify({
      method: request.method,
      url: request.url,
      headers,
      body: Buffer.from(request.body).toString("utf8"),
    }),
  );
  return { status: 200, reason: "OK", headers: new Headers(["Content-Type", "application/json"]), body };
}
