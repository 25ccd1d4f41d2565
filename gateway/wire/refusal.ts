/** A request that is turned away before there is an exchange: it cannot be trusted to end where it seems to. */
export interface Refusal {
  status: number;
  message: string;
}

const reasons: Record<number, string> = {
  400: "Bad Request",
  405: "Method Not Allowed",
  408: "Request Timeout",
  413: "Content Too Large",
  417: "Expectation Failed",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  501: "Not Implemented",
  505: "HTTP Version Not Supported",
};

export function refusalBody({ status, message }: Refusal): string {
  return `{ "statusCode": ${status}, "message": ${JSON.stringify(message)} }`;
}

/** The whole answer as bytes, for a connection that has no message to answer on. It always ends the connection. */
export function refusalBytes(refusal: Refusal): string {
  const body = refusalBody(refusal);
  return [
    `HTTP/1.1 ${refusal.status} ${reasons[refusal.status] ?? "Error"}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
