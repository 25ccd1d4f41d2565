import { z } from "zod";
import { env, WrongSettings } from "@/lib/env";
import { serviceId } from "@/lib/service-id";
import { readArguments } from "./arguments";
import { NotPossible, UsageError } from "./usage";

const apiVersion = "2024-05-01";

const testLine = z.object({
  name: z.string(),
  displayName: z.string(),
  ok: z.boolean(),
  failures: z.array(z.object({ assertion: z.unknown(), expected: z.string(), actual: z.string() })),
  status: z.number().nullable(),
  durationMs: z.number(),
  traceId: z.string().nullable(),
});
const coverageLine = z.object({
  coverage: z.array(
    z.object({
      documentId: z.string(),
      branches: z.array(z.object({ path: z.string(), condition: z.string().nullable(), reached: z.boolean() })),
    }),
  ),
});
const apiList = z.object({ value: z.array(z.object({ name: z.string() })), nextLink: z.string().optional() });

type Coverage = z.infer<typeof coverageLine>["coverage"];

/** Runs the tests of APIs through the portal's REST interface: one line of JSON per test, and a summary for people. */
export async function runTests(args: string[]): Promise<number> {
  const { apis, rest: others } = takeApis(args);
  const { values, rest } = readArguments(others, {
    draft: { type: "string" },
    environment: { type: "string" },
    portal: { type: "string" },
    json: { type: "boolean" },
  });
  if (rest.length > 0) throw new UsageError(`'test' takes no argument '${rest[0]}'.`);
  const portal = new Portal(values.portal);
  const asked = {
    ...(values.draft === undefined ? {} : { draft: values.draft }),
    ...(values.environment === undefined ? {} : { environment: values.environment }),
  };
  let passed = 0;
  let failed = 0;
  const coverage: Coverage = [];
  for (const api of apis.length > 0 ? apis : await portal.apis()) {
    let isWhole = false;
    for await (const line of portal.run(api, asked)) {
      const covered = coverageLine.safeParse(line);
      if (covered.success) {
        coverage.push(...covered.data.coverage);
        isWhole = true;
        continue;
      }
      const test = testLine.safeParse(line);
      if (!test.success) throw portal.unfit();
      if (test.data.ok) passed++;
      else failed++;
      process.stdout.write(`${JSON.stringify({ api, ...test.data })}\n`);
    }
    // What was cut off before its end must not pass.
    if (!isWhole) throw portal.brokenOff(api);
  }
  if (values.json !== true) process.stderr.write(summary(passed, failed, coverage));
  return failed > 0 ? 1 : 0;
}

/** --api may be given several times. */
function takeApis(args: readonly string[]): { apis: string[]; rest: string[] } {
  const apis: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg.startsWith("--api=")) apis.push(arg.slice("--api=".length));
    else if (arg !== "--api") rest.push(arg);
    else {
      const name = args[++at];
      if (name === undefined) throw new UsageError("'--api' needs the name of an API.");
      apis.push(name);
    }
  }
  return { apis, rest };
}

function summary(passed: number, failed: number, coverage: Coverage): string {
  const lines = [
    passed + failed === 0 ? "no tests: no saved request has assertions" : `${passed} passed, ${failed} failed`,
  ];
  const unreached = new Map<string, string>();
  const reached = new Set<string>();
  for (const { documentId, branches } of coverage) {
    for (const { path, condition, reached: isReached } of branches) {
      const key = `${documentId} ${path}`;
      // What one API's tests leave out, those of another may reach.
      if (isReached) reached.add(key);
      else unreached.set(key, condition === null ? key : `${key}  ${condition}`);
    }
  }
  for (const key of reached) unreached.delete(key);
  const total = new Set([...reached, ...unreached.keys()]).size;
  if (total > 0) lines.push(`${reached.size} of ${total} branches reached`);
  if (unreached.size > 0) lines.push("not reached:", ...[...unreached.values()].sort().map((line) => `  ${line}`));
  return `${lines.join("\n")}\n`;
}

/** The portal's REST interface, as far as tests need it. */
class Portal {
  readonly #origin: string;
  readonly #token: string;

  constructor(url: string | undefined) {
    const settings = settingsOf();
    const { GATEHOUSE_MANAGEMENT_TOKEN: token, GATEHOUSE_PORTAL_PORT: port } = settings;
    if (token === undefined) {
      throw new NotPossible("Set GATEHOUSE_MANAGEMENT_TOKEN to a token of the portal that may edit.");
    }
    this.#token = token;
    const portal = url ?? `http://localhost:${port}`;
    if (!/^https?:\/\//.test(portal) || !URL.canParse(portal)) {
      throw new UsageError(`'${portal}' is not the URL of a portal, such as http://localhost:3000.`);
    }
    this.#origin = portal.replace(/\/+$/, "");
  }

  async apis(): Promise<string[]> {
    const names: string[] = [];
    let next: string | undefined = this.#url("apis");
    while (next !== undefined) {
      const list: z.infer<typeof apiList> | undefined = apiList.safeParse(
        asJson(await (await this.#ask(next, { method: "GET" })).text()),
      ).data;
      if (list === undefined) throw this.unfit();
      names.push(...list.value.map(({ name }) => name));
      next = list.nextLink === undefined ? undefined : this.#own(list.nextLink);
    }
    return names;
  }

  async *run(api: string, asked: object): AsyncGenerator<unknown> {
    const response = await this.#ask(this.#url(`apis/${encodeURIComponent(api)}/runTests`), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
    });
    let text = "";
    const decoder = new TextDecoder();
    const body = response.body?.getReader();
    for (;;) {
      const { done = true, value } = (await body?.read().catch(() => Promise.reject(this.brokenOff(api)))) ?? {};
      text += decoder.decode(value, { stream: !done });
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 1);
        if (line.trim() !== "") yield asJson(line);
      }
      if (done) break;
    }
    if (text.trim() !== "") yield asJson(text);
  }

  /** What answers there is something else, or a portal of another version. */
  unfit(): NotPossible {
    return new NotPossible(`What answers at ${this.#origin} is not a portal that this command understands.`);
  }

  brokenOff(api: string): NotPossible {
    return new NotPossible(`The portal at ${this.#origin} broke off before the tests of ${api} had ended.`);
  }

  #url(path: string): string {
    return `${this.#origin}${serviceId}/${path}?api-version=${apiVersion}`;
  }

  /** The token goes to the portal that was named, and nowhere else. */
  #own(link: string): string {
    const { pathname, search } = new URL(link, this.#origin);
    return new URL(pathname + search, this.#origin).toString();
  }

  async #ask(url: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.#token}` };
    let response: Response;
    try {
      response = await fetch(url, { ...init, headers, redirect: "error" });
    } catch {
      throw new NotPossible(`The portal at ${this.#origin} could not be reached.`);
    }
    if (response.ok) return response;
    throw new NotPossible(`The portal at ${this.#origin} refused: ${await reasonOf(response)}`);
  }
}

/** undefined: it is none. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string } };
    if (typeof error?.message === "string") return `${response.status} ${error.message}`;
  } catch {}
  return `${response.status} ${response.statusText}`;
}

function settingsOf() {
  try {
    return env();
  } catch (error) {
    if (error instanceof WrongSettings) throw new NotPossible(error.message);
    throw error;
  }
}
