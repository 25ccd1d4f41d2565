import { textBody } from "@/policy/body";
import type { Body } from "@/policy/exchange";
import { Headers } from "@/policy/headers";
import { BufferedResponse } from "./buffered-response";
import { JsonShape, textFrom } from "./json-shape";
import { UrlView } from "./url-view";

/** {"name": "value"} or {"name": ["value", "value"]} */
export function headersFrom(shape: JsonShape | null): Headers {
  const headers = new Headers();
  for (const [name, value] of shape?.entries() ?? []) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const one of values) headers.append(name, textFrom(one, (shape as JsonShape).pathOf(name)));
  }
  return headers;
}

/** Text as it is; anything else as its JSON. */
export function bodyFrom(value: unknown): Body {
  if (value === undefined || value === null) return textBody("");
  return textBody(typeof value === "string" ? value : JSON.stringify(value));
}

export function responseFrom(shape: JsonShape): BufferedResponse {
  const status = shape.integer("StatusCode", 200);
  const reason = shape.text("StatusReason", status === 200 ? "OK" : "");
  const response = new BufferedResponse(
    status,
    reason,
    headersFrom(shape.child("Headers")),
    bodyFrom(shape.value("Body")),
  );
  shape.finish();
  return response;
}

/** Text, or {"Scheme", "Host", "Port", "Path", "Query"}; what is left out is the fallback's. */
export function urlFrom(shape: JsonShape, name: string, fallback: UrlView): UrlView {
  const value = shape.value(name) ?? null;
  if (value === null) return fallback;
  if (typeof value === "string") {
    const text = value.startsWith("/") ? `${fallback.scheme}://${fallback.host}${value}` : value;
    const url = UrlView.parse(text);
    if (url === null) throw new Error(`${shape.pathOf(name)} must be an absolute URL or a path, not '${value}'.`);
    return url;
  }
  const parts = new JsonShape(value, shape.pathOf(name), shape.onUnknown);
  const scheme = parts.text("Scheme", fallback.scheme);
  const query = queryFrom(parts);
  const url = new UrlView(
    scheme,
    parts.text("Host", fallback.host),
    parts.integer("Port", scheme === "http" ? 80 : 443),
    parts.text("Path", "/"),
    query === "" || query.startsWith("?") ? query : `?${query}`,
  );
  parts.finish();
  return url;
}

/** Text, or {"name": "value"} or {"name": ["value", "value"]}; also as "QueryString". */
function queryFrom(parts: JsonShape): string {
  const written = parts.text("QueryString", "");
  const value = parts.value("Query") ?? null;
  if (value === null || typeof value === "string") return value ?? written;
  const shape = new JsonShape(value, parts.pathOf("Query"), parts.onUnknown);
  return headersFrom(shape)
    .lines.map((each, at) => encodeURIComponent(each) + (at % 2 === 0 ? "=" : "&"))
    .join("")
    .replace(/&$/, "");
}
