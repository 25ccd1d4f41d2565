import { type IncomingMessage, request as send } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { debugService } from "@/gateway/trace/testing/debug-service";
import { check } from "@/policy/check";
import { api, backend, defaultGlobalPolicy, operation, policy, schema } from "../documents";
import { type GatewayFixture, startGateway } from "../start-gateway";
import { expectMessage, type SeenMessage, withWildcards } from "./expect-message";
import { graphqlApi, graphqlResolver } from "./graphql-parts";
import { type CasePart, type PolicyCase, parseMessage } from "./parse-case";
import { scriptedIdentity } from "./scripted-identity";
import { ScriptedServer } from "./scripted-server";
import { ToldServices } from "./told-services";
import { toldBy, tracingLine } from "./told-traces";

const apiName = "test";
const exists = () => true;
const everything = { namedValues: exists, backends: exists, fragments: exists, certificates: exists };

/** Runs a case against a real gateway and real backends, all on free ports. */
export async function runCase(given: PolicyCase): Promise<void> {
  const servers = await startServers(given.parts);
  const world = new World(given, servers);
  try {
    await world.run();
  } finally {
    await world.close();
  }
}

async function startServers(parts: readonly CasePart[]): Promise<Map<string, ScriptedServer>> {
  const servers = new Map([["", await new ScriptedServer().start()]]);
  for (const { kind, words } of parts) {
    const [name] = words;
    if (!["answer", "call", "no-call", "server"].includes(kind) || name === undefined || servers.has(name)) continue;
    servers.set(name, await new ScriptedServer().start());
  }
  return servers;
}

class World {
  readonly #case: PolicyCase;
  readonly #servers: ReadonlyMap<string, ScriptedServer>;
  readonly #told = new ToldServices();
  #gateway: GatewayFixture | null = null;
  /** Answers to requests that the case has not looked at. */
  readonly #answers: Promise<SeenMessage>[] = [];
  /** The last one that it has looked at. */
  #answered: SeenMessage | null = null;

  constructor(given: PolicyCase, servers: ReadonlyMap<string, ScriptedServer>) {
    this.#case = given;
    this.#servers = servers;
  }

  async run(): Promise<void> {
    for (const server of this.#servers.values()) server.fill = this.#fill;
    this.#gateway = await startGateway(this.#documents(), {
      egress: { allow: ["127.0.0.1"] },
      services: {
        managedIdentity: scriptedIdentity,
        telemetry: this.#told,
        messaging: this.#told,
        sidecarUrl: this.#servers.get("dapr")?.url ?? "http://127.0.0.1:1",
      },
    });
    for (const part of this.#case.parts)
      if (part.kind === "answer") this.#server(part).answers.push(parseMessage(part));
    for (const part of this.#case.parts) await this.#act(part);
    await Promise.all(this.#answers);
    expect(this.#gateway.unexpected).toEqual([]);
    for (const [name, server] of this.#servers) {
      const asked = this.#case.parts.some(({ kind, words }) => kind === "call" && (words[0] ?? "") === name);
      if (asked)
        expect(server.received.length, `calls of backend '${name}' that the case tells of`).toBe(server.looked);
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#answers);
    await this.#gateway?.close();
    for (const server of this.#servers.values()) await server.close();
  }

  /** $backend, $backend.NAME (also their $host forms, without the scheme), $gateway, and $date+N: in N seconds, as HTTP says it. */
  readonly #fill = (text: string): string =>
    text
      .replace(/\$(backend|host)(?:\.([a-z0-9-]+))?/g, (whole, form: string, name?: string) => {
        const url = this.#servers.get(name ?? "")?.url;
        if (url === undefined) return whole;
        return form === "host" ? url.replace("http://", "") : url;
      })
      .replace(/\$date\+(\d+)/g, (_, seconds) => new Date(Date.now() + Number(seconds) * 1000).toUTCString())
      .replaceAll("$gateway", this.#gateway?.url ?? "$gateway");

  #server({ words: [name = ""] }: CasePart): ScriptedServer {
    return this.#servers.get(name) as ScriptedServer;
  }

  #documents(): GatewayDocument[] {
    const { parts } = this.#case;
    const operations = parts.filter(({ kind }) => kind === "operation");
    const made =
      operations.length > 0
        ? operations.map(({ words: [method = "", template = ""], text }) =>
            operation(apiName, method, template, text === "" ? {} : JSON.parse(this.#fill(text))),
          )
        : everyMethod.map(([method = "", template = ""]) => operation(apiName, method, template));
    const documents = new Map<string, GatewayDocument>();
    const put = (document: GatewayDocument) => documents.set(document.id, document);
    put(defaultGlobalPolicy);
    if (parts.some(({ kind }) => kind === "trace")) put(debugService);
    put(api(apiName, { path: "", serviceUrl: (this.#servers.get("") as ScriptedServer).url }));
    for (const each of made) put(each);
    for (const part of parts) {
      if (part.kind === "policy") put(this.#policy(part, made[0]?.id ?? ""));
      if (part.kind === "fragment") {
        const [name = ""] = part.words;
        put({
          id: `/policyfragments/${name}`,
          name,
          type: "policyFragments",
          properties: { value: this.#fill(part.text) },
        });
      }
      if (part.kind === "backend") {
        const [name = ""] = part.words;
        put(backend(name, JSON.parse(this.#fill(part.text))));
      }
      if (part.kind === "schema") {
        const [name = "", contentType = "", owner] = part.words;
        put(schema(owner === "service" ? null : apiName, name, contentType, this.#fill(part.text)));
      }
      if (part.kind === "graphql") {
        const { url } = this.#servers.get("") as ScriptedServer;
        for (const each of graphqlApi(apiName, url, this.#fill(part.text))) put(each);
      }
      if (part.kind === "resolver") {
        for (const each of graphqlResolver(apiName, part, this.#fill(part.text))) put(each);
      }
      if (part.kind === "documents") {
        for (const document of JSON.parse(this.#fill(part.text)) as GatewayDocument[]) {
          const before = documents.get(document.id);
          // What a case does not write of a document that is there stays.
          const properties = { ...before?.properties, ...document.properties };
          put({ ...before, ...document, properties } as GatewayDocument);
        }
      }
    }
    return [...documents.values()];
  }

  #policy({ words: [scope = "api", name = ""], text, line }: CasePart, operationId: string): GatewayDocument {
    const value = this.#fill(text);
    const checkedScope = scope as "global" | "product" | "api" | "operation";
    const problems = check(value, { kind: "policies", scope: checkedScope, known: everything }).filter(
      ({ severity }) => severity === "error",
    );
    if (!this.#case.parts.some(({ kind, words }) => kind === "settings" && words.includes("unchecked"))) {
      expect(problems, `policy at line ${line}`).toEqual([]);
    }
    const owners = { global: "/", product: `/products/${name}`, api: `/apis/${apiName}`, operation: operationId };
    return policy(owners[checkedScope], value);
  }

  async #act(part: CasePart): Promise<void> {
    switch (part.kind) {
      case "request":
        this.#answers.push(this.#send(part));
        // Requests that are not to wait for one another say so: "=== request together".
        if (!part.words.includes("together")) await this.#answers.at(-1);
        return;
      case "response": {
        const answer = this.#answers.shift();
        if (answer === undefined) throw new Error(`Line ${part.line}: there is no request for this response.`);
        this.#answered = await answer;
        expectMessage(`response at line ${part.line}`, this.#answered, parseMessage(part), this.#fill);
        return;
      }
      case "trace": {
        const [source = ""] = part.words;
        const told = await toldBy(source, this.#answered?.lines ?? [], this.#gateway?.traces ?? new Map());
        expect.soft(told, `trace at line ${part.line}`).toEqual(withWildcards(JSON.parse(this.#fill(part.text))));
        return;
      }
      case "call":
        return this.#expectCall(part);
      case "no-call":
        expect
          .soft(this.#server(part).received.length, `calls before line ${part.line}`)
          .toBe(this.#server(part).looked);
        return;
      case "metrics":
      case "events":
      case "messages":
        return this.#expectTold(part);
      case "pause":
        await sleep(Number.parseInt(part.words[0] ?? "0", 10));
        return;
      case "policy":
      case "fragment":
      case "documents":
      case "operation":
      case "schema":
      case "graphql":
      case "resolver":
      case "backend":
      case "answer":
      case "server":
      case "settings":
        return;
      default:
        throw new Error(`Line ${part.line}: a case has no part '${part.kind}'.`);
    }
  }

  async #expectTold({ kind, text, line }: CasePart): Promise<void> {
    const told = this.#told[kind as "metrics" | "events" | "messages"];
    const wanted: unknown[] = JSON.parse(this.#fill(text));
    // What is told at the end of a response may come behind it.
    for (let turn = 0; turn < 200 && told.length < wanted.length; turn++) await sleep(5);
    expect.soft(told, `${kind} at line ${line}`).toEqual(withWildcards(wanted));
  }

  async #expectCall(part: CasePart): Promise<void> {
    const server = this.#server(part);
    // What is sent without being waited for may still be on its way.
    for (let turn = 0; turn < 200 && server.received.length <= server.looked; turn++) await sleep(5);
    const call = server.received[server.looked++];
    expect(call, `call at line ${part.line}`).toBeDefined();
    if (call === undefined) return;
    const seen = { first: `${call.method} ${call.url}`, lines: call.lines, body: call.body };
    expectMessage(`call at line ${part.line}`, seen, parseMessage(part), this.#fill);
  }

  async #send(part: CasePart): Promise<SeenMessage> {
    const { first, headers, body, options } = parseMessage(part);
    const [method = "GET", path = "/"] = this.#fill(first).split(" ");
    const { port } = this.#gateway as GatewayFixture;
    const lines = headers.flatMap(([name, value]) => [name, this.#fill(value)]);
    if (!headers.some(([name]) => name.toLowerCase() === "host")) lines.push("Host", `127.0.0.1:${port}`);
    const text = this.#fill(body ?? "");
    const content = options.get("body-encoding") === "base64" ? Buffer.from(text, "base64") : Buffer.from(text);
    if (part.words.includes("traced")) lines.push(...tracingLine(`/apis/${apiName}`));
    if (body !== null) lines.push("Content-Length", String(content.byteLength));
    const request = send({ port, host: "127.0.0.1", method, path, headers: lines, agent: false });
    request.end(body === null ? undefined : content);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on("response", resolve);
      request.on("error", reject);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const firstLine = `${response.statusCode} ${response.statusMessage}`;
    return { first: firstLine, lines: response.rawHeaders, body: Buffer.concat(chunks) };
  }
}

const everyMethod = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"].map((method) => [method, "/*"]);
