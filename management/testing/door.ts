import type { Json } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import { handleArm } from "../arm/handle";
import type { Caller } from "../context";
import type { Management } from "../current";
import type { Role } from "../store/store";
import { makeStore, type TestStore } from "../store/testing/store";

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON; null without a body. Read freely, as a test does. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by reading it
  body: any;
}

export interface Ask {
  body?: Json;
  /** Sent as it is, in place of `body`. */
  raw?: string;
  headers?: Record<string, string>;
  query?: string;
  role?: Role | null;
  apiVersion?: string | null;
}

/** The REST door on a real SQLite store of its own, asked as an HTTP client would. */
export interface Door extends TestStore {
  management: Management;
  /** `path` is relative to the service: "backends/orders". */
  ask(method: string, path: string, ask?: Ask): Promise<Answer>;
}

export const callerOf = (role: Role): Caller => ({
  actor: { kind: "user", id: `test-${role}`, name: `Test ${role}` },
  role,
  address: "127.0.0.1",
});

export async function openDoor(): Promise<Door> {
  const made = await makeStore();
  const publish: Management["publish"] = {
    nodes: async () => [],
    subscribe: () => () => {},
    settled: async () => [],
    consoleAddress: () => null,
    breakers: () => [],
    trace: async () => null,
    traceWithin: async () => null,
    preview: async () => {
      throw new Error("No gateway is connected.");
    },
    evaluate: async () => {
      throw new Error("No gateway is connected.");
    },
  };
  const management: Management = { store: made.store, sealer: made.sealer, publish };
  return { ...made, management, ask: (method, path, ask) => askDoor(management, method, path, ask) };
}

export async function askDoor(management: Management, method: string, path: string, ask: Ask = {}): Promise<Answer> {
  const version = ask.apiVersion === undefined ? "2024-05-01" : ask.apiVersion;
  const query = [version === null ? "" : `api-version=${version}`, ask.query ?? ""]
    .filter((part) => part !== "")
    .join("&");
  const at = path.startsWith("/") ? path : `${serviceId}${path === "" ? "" : `/${path}`}`;
  const content = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
  const request = new Request(`http://portal.test:3000${at}?${query}`, {
    method,
    headers: {
      host: "portal.test:3000",
      ...(content === undefined ? {} : { "content-type": "application/json" }),
      ...ask.headers,
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const role = ask.role === undefined ? "owner" : ask.role;
  const response = await handleArm(request, management, role === null ? null : callerOf(role));
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") === true && text !== "";
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : null };
}
