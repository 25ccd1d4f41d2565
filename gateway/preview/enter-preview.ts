import { previewHeader } from "@/contract/preview";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { Program } from "@/gateway/program/program";
import { textBody } from "@/policy/body";
import { newResponse } from "@/policy/message";
import type { Preview, Previews } from "./previews";

/**
 * The program of the draft that a request asks for; null, with a response, where it must not run. The header is gone
 * from then on, whatever it held.
 */
export function enterPreview(exchange: GatewayExchange, live: Program, previews: Previews | undefined): Program | null {
  const { headers } = exchange.request;
  const tokens = headers.all(previewHeader);
  headers.remove(previewHeader);
  // A request of this gateway to itself goes on with what the request around it runs by.
  const { preview } = exchange;
  if (preview) return entered(exchange, preview);
  const [token = ""] = tokens;
  if (tokens.length > 1 || previews === undefined) return refused(exchange, 401, "The preview token is not valid.");
  const found = previews.find(token, live);
  if ("status" in found) return refused(exchange, found.status, found.message);
  exchange.preview = found;
  return entered(exchange, found);
}

function entered(exchange: GatewayExchange, { program, host }: Preview): Program {
  if (host !== null) exchange.host = host;
  return program;
}

const reasons = { 401: "Unauthorized", 409: "Conflict" };

function refused(exchange: GatewayExchange, status: 401 | 409, message: string): null {
  const response = newResponse(status, reasons[status]);
  response.headers.append("Content-Type", "application/json");
  response.headers.append("Cache-Control", "no-store");
  if (status === 401) response.headers.append("WWW-Authenticate", "GatehousePreview");
  response.body = textBody(JSON.stringify({ statusCode: status, message }));
  exchange.response = response;
  return null;
}
