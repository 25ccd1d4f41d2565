import type { GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { WebSocket } from "ws";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { ApiEntry } from "@/gateway/program/program";
import { Fault } from "@/policy/fault";
import { executeQuery } from "./graphql-engine";
import { fromMembers, type GraphqlRequest } from "./graphql-request";
import type { LocalGraphqlEvents } from "./local-graphql-events";
import { readQuery } from "./read-query";
import type { graphqlLibrary } from "./synthetic-schemas";

const initWithinMs = 10_000;
const maxOperations = 100;
/** Events of one subscription that wait for those before them. */
const maxPendingEvents = 1_000;
/** A client that takes nothing is let go before what waits for it fills the memory. */
const maxBufferedBytes = 4 * 1024 * 1024;

/** Close codes of graphql-transport-ws. */
const closeCode = { badRequest: 4400, unauthorized: 4401, initTimeout: 4408, duplicate: 4409, tooManyInits: 4429 };

interface Message {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly payload?: unknown;
}

/** One client's socket: its operations, each under an id of the client's choosing. */
export class GraphqlConversation {
  readonly #socket: WebSocket;
  readonly #exchange: GatewayExchange;
  readonly #api: ApiEntry;
  readonly #schema: GraphQLSchema;
  readonly #library: Awaited<ReturnType<typeof graphqlLibrary>>;
  readonly #events: LocalGraphqlEvents;
  /** How to end each. */
  readonly #operations = new Map<string, () => void>();
  /** Queries that run, also those that the client has given up since. */
  #running = 0;
  #begun = false;

  constructor(
    socket: WebSocket,
    exchange: GatewayExchange,
    api: ApiEntry,
    schema: GraphQLSchema,
    library: Awaited<ReturnType<typeof graphqlLibrary>>,
    events: LocalGraphqlEvents,
  ) {
    this.#socket = socket;
    this.#exchange = exchange;
    this.#api = api;
    this.#schema = schema;
    this.#library = library;
    this.#events = events;
  }

  begin(): void {
    const waiting = setTimeout(() => {
      this.#socket.close(closeCode.initTimeout, "Connection initialisation timeout");
    }, initWithinMs);
    waiting.unref();
    this.#socket.on("message", (data, isBinary) => {
      if (isBinary) this.#socket.close(closeCode.badRequest, "Messages are text");
      else this.#receive(data.toString(), waiting);
    });
    this.#socket.on("error", () => this.#socket.terminate());
    this.#socket.on("close", () => {
      clearTimeout(waiting);
      for (const end of this.#operations.values()) end();
      this.#operations.clear();
    });
  }

  #receive(text: string, waiting: NodeJS.Timeout): void {
    const message = parsed(text);
    switch (message?.type) {
      case "connection_init":
        if (this.#begun) return void this.#socket.close(closeCode.tooManyInits, "Too many initialisation requests");
        this.#begun = true;
        clearTimeout(waiting);
        return void this.#send({ type: "connection_ack" });
      case "ping":
        return void this.#send({ type: "pong" });
      case "pong":
        return;
      case "subscribe":
        return void this.#subscribe(message);
      case "complete":
        return void this.#complete(message);
      default:
        this.#socket.close(closeCode.badRequest, "Not a message of graphql-transport-ws");
    }
  }

  #subscribe({ id, payload }: Message): void {
    if (!this.#begun) return void this.#socket.close(closeCode.unauthorized, "Unauthorized");
    if (typeof id !== "string" || id === "" || id.length > 200) {
      return void this.#socket.close(closeCode.badRequest, "An operation needs an id");
    }
    if (this.#operations.has(id))
      return void this.#socket.close(closeCode.duplicate, `Subscriber for ${id} already exists`);
    if (this.#operations.size >= maxOperations || this.#running >= maxOperations)
      return void this.#fail(id, "Too many operations on one connection.");
    try {
      this.#start(id, fromMembers(payload));
    } catch (error) {
      this.#fail(id, error instanceof Fault ? error.message : "The operation could not be started.");
    }
  }

  #start(id: string, request: GraphqlRequest): void {
    const read = readQuery(request, this.#schema, this.#library);
    if ("errors" in read) return void this.#send({ id, type: "error", payload: read.errors });
    const operation = this.#library.getOperationAST(read.document, request.operationName);
    if (operation === null || operation === undefined)
      return void this.#fail(id, "The document has no such operation.");
    const run = (rootValue?: unknown) =>
      executeQuery(this.#exchange, this.#api, this.#schema, read.document, request, rootValue);
    if (operation.operation === "subscription") this.#follow(id, fieldOf(operation), run);
    else this.#answer(id, run);
  }

  #answer(id: string, run: () => Promise<unknown>): void {
    let ended = false;
    this.#operations.set(id, () => {
      ended = true;
    });
    this.#running++;
    run()
      .then((payload) => {
        if (ended) return;
        this.#send({ id, type: "next", payload });
        this.#send({ id, type: "complete" });
      })
      .catch(() => ended || this.#fail(id, "The operation could not be executed."))
      .finally(() => {
        this.#running--;
        // The client may have used the id anew.
        if (!ended) this.#operations.delete(id);
      });
  }

  #follow(id: string, field: string, run: (rootValue: unknown) => Promise<unknown>): void {
    // One after the other, so that events arrive in the order in which they came about.
    let last: Promise<unknown> = Promise.resolve();
    let ended = false;
    let pending = 0;
    const unsubscribe = this.#events.subscribe(this.#api.id, field, (payload) => {
      if (++pending > maxPendingEvents) {
        this.#complete({ id });
        return void this.#fail(id, "Events come faster than they can be answered.");
      }
      last = last
        .then(() => (ended ? null : run({ [field]: eventOf(payload) })))
        .then((result) => ended || result === null || this.#send({ id, type: "next", payload: result }))
        .catch(() => undefined)
        .finally(() => {
          pending--;
        });
    });
    this.#operations.set(id, () => {
      ended = true;
      unsubscribe();
    });
  }

  #complete({ id }: Message): void {
    if (typeof id !== "string") return;
    this.#operations.get(id)?.();
    this.#operations.delete(id);
  }

  #fail(id: string, message: string): void {
    this.#send({ id, type: "error", payload: [{ message }] });
  }

  #send(message: object): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > maxBufferedBytes) return void this.#socket.terminate();
    this.#socket.send(JSON.stringify(message));
  }
}

/** A subscription has one root field; validation has seen to that. */
function fieldOf({ selectionSet }: OperationDefinitionNode): string {
  const [selection] = selectionSet.selections;
  return selection?.kind === "Field" ? selection.name.value : "";
}

function parsed(text: string): Message | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

function eventOf(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return payload;
  }
}
