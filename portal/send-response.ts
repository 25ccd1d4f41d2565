import type { ServerResponse } from "node:http";

/** Sends a web-standard response through Node's. */
export async function sendResponse(to: ServerResponse, response: Response): Promise<void> {
  to.writeHead(response.status, Object.fromEntries(response.headers));
  to.end(Buffer.from(await response.arrayBuffer()));
}
