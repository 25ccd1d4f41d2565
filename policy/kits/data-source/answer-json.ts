import { textBody } from "@/policy/body";
import type { Exchange } from "@/policy/exchange";
import { newResponse } from "@/policy/message";

/** Makes the response out of what a database said, for the policies of the response part to change. */
export function answerJson(exchange: Exchange, value: unknown): void {
  const response = newResponse(200, "OK");
  response.headers.append("Content-Type", "application/json");
  response.body = textBody(JSON.stringify(value ?? null));
  exchange.response = response;
}
