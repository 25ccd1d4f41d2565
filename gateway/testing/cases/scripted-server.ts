import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { startUpstream, type Upstream } from "../scripted-upstream";
import type { WrittenMessage } from "./parse-case";

export interface ReceivedCall {
  readonly method: string;
  readonly url: string;
  readonly lines: readonly string[];
  readonly body: Buffer;
}

/** A backend of a case: gives the written answers in their order, the last one again and again, and keeps what it saw. */
export class ScriptedServer {
  readonly received: ReceivedCall[] = [];
  readonly answers: WrittenMessage[] = [];
  /** How many calls the case has looked at. */
  looked = 0;
  /** Puts addresses in the place of $backend; set once all are known. */
  fill = (text: string): string => text;
  #given = 0;
  #upstream: Upstream | null = null;

  async start(): Promise<this> {
    this.#upstream = await startUpstream((request, response) => void this.#answer(request, response));
    return this;
  }

  get url(): string {
    return this.#upstream?.url ?? "";
  }

  close(): Promise<void> {
    return this.#upstream?.close() ?? Promise.resolve();
  }

  /** "~for: text" answers every request whose URL holds it, whenever it comes; the others are given in turn. */
  #answerTo(url: string): WrittenMessage | undefined {
    const own = this.answers.find(({ options }) => url.includes(options.get("for") ?? "\n"));
    if (own !== undefined) return own;
    const inTurn = this.answers.filter(({ options }) => !options.has("for"));
    return inTurn[Math.min(this.#given++, inTurn.length - 1)];
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const { method = "", url = "", rawHeaders: lines } = request;
    this.received.push({ method, url, lines, body: Buffer.concat(chunks) });
    const answer = this.#answerTo(url);
    if (answer === undefined) {
      response.writeHead(200, { "Content-Type": "text/plain" }).end("ok");
      return;
    }
    const delay = answer.options.get("delay");
    if (delay !== undefined) await sleep(Number.parseInt(delay, 10));
    if (answer.options.has("reset")) {
      request.socket.destroy();
      return;
    }
    const [status = "200", ...reason] = answer.first.split(" ");
    const headers = answer.headers.flatMap(([name, value]) => [name, this.fill(value)]);
    if (reason.length > 0) response.writeHead(Number(status), reason.join(" "), headers);
    else response.writeHead(Number(status), headers);
    const body = this.fill(answer.body ?? "");
    const encoding = answer.options.get("body-encoding");
    if (answer.options.has("chunked")) {
      for (const chunk of body.split("\n")) {
        response.write(`${chunk}\n`);
        await sleep(5);
      }
      response.end();
    } else response.end(encoding === "base64" ? Buffer.from(body, "base64") : body);
  }
}
