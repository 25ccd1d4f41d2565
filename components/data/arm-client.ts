import type { Json } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import { ArmError, readArmError } from "./arm-error";
import { revisionOf } from "./etag";

export const apiVersion = "2024-05-01";

export interface Ask {
  method?: "GET" | "PUT" | "PATCH" | "POST" | "DELETE" | "HEAD";
  query?: Readonly<Record<string, string | number | undefined>>;
  body?: Json;
  /** Acts only on this version. */
  ifMatch?: string;
  /** Creates only. */
  ifNoneMatch?: "*";
  signal?: AbortSignal;
}

export interface Answer<T> {
  status: number;
  etag: string | null;
  /** The change that this answer's document was last written in, or that this request made. */
  revision: number | null;
  body: T;
}

/** The management API's address of a path below the service: "/backends/orders". */
export function armUrl(path: string, query: Ask["query"] = {}): string {
  const search = new URLSearchParams({ "api-version": apiVersion });
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return `${serviceId}${path.split("/").map(encodeURIComponent).join("/")}?${search}`;
}

/** One request to the management API; whatever is not a success is thrown as an ArmError. */
export async function ask<T>(
  path: string,
  { method = "GET", query, body, ifMatch, ifNoneMatch, signal }: Ask = {},
): Promise<Answer<T>> {
  const headers = new Headers({ accept: "application/json" });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (ifMatch !== undefined) headers.set("if-match", ifMatch);
  if (ifNoneMatch !== undefined) headers.set("if-none-match", ifNoneMatch);
  let response: Response;
  try {
    response = await fetch(armUrl(path, query), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ArmError(0, "Unreachable", "", [], null);
  }
  const text = await response.text();
  if (!response.ok) throw readArmError(response.status, text, response.headers.get("x-ms-request-id"));
  const etag = response.headers.get("etag");
  const stated = response.headers.get("gatehouse-revision");
  return {
    status: response.status,
    etag,
    revision: stated === null ? revisionOf(etag) : Number(stated),
    body: (text === "" ? null : JSON.parse(text)) as T,
  };
}
