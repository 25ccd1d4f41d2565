import { badRequest, payloadTooLarge, unsupportedMediaType } from "../refusals";

const maxBytes = 16 * 1024;

/** The members of a small body, form or JSON, that are text; everything else is left out. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const body = await readText(request);
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(body));
  if (type !== "application/json") throw unsupportedMediaType(type);
  return textMembers(body);
}

function textMembers(body: string): Record<string, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw badRequest("InvalidRequestContent", "body", "The request content is not valid JSON.");
  }
  if (typeof parsed !== "object" || parsed === null)
    throw badRequest("InvalidRequestContent", "body", "Send a JSON object.");
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => typeof value === "string"));
}

async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (reader === undefined) return "";
  const parts: Uint8Array[] = [];
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts).toString("utf8");
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw payloadTooLarge(maxBytes);
    }
    parts.push(value);
  }
}
