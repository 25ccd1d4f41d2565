import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { eventually } from "@/contract/testing/eventually";
import { type RunningGateway, runGateway } from "@/gateway/follow/testing/run-gateway";
import type { Json, JsonObject } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import { handleArm } from "@/management/arm/handle";
import type { Management } from "@/management/current";
import type { Role } from "@/management/store/store";
import { type Answer, type Ask, askDoor, callerOf, type Door, openDoor } from "@/management/testing/door";
import { nodeToken, openPortal, type TestPortal } from "./open-portal";

/** A whole installation in one process: the REST door, the stream, a gateway that follows it, and a backend. */
export class Installation {
  portal: TestPortal;
  gateway: RunningGateway;
  /** What the backend says; the request's headers unless told otherwise. */
  answer: http.RequestListener = (request, response) => response.end(JSON.stringify(request.headers));
  readonly door: Door;
  readonly backendUrl: string;
  readonly #backend: http.Server;

  private constructor(door: Door, portal: TestPortal, gateway: RunningGateway, backend: http.Server) {
    this.door = door;
    this.portal = portal;
    this.gateway = gateway;
    this.#backend = backend;
    this.backendUrl = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
    backend.on("request", (request, response) => {
      request.resume();
      this.answer(request, response);
    });
  }

  static async open(): Promise<Installation> {
    const backend = http.createServer();
    await new Promise<void>((resolve) => backend.listen(0, "127.0.0.1", resolve));
    const door = await openDoor();
    const portal = await openPortal(door.store, 0, door.sealer);
    return new Installation(door, portal, await gatewayOf(portal, door), backend);
  }

  get management(): Management {
    return { ...this.door.management, publish: this.portal.publisher };
  }

  ask(method: string, where: string, ask: Ask = {}): Promise<Answer> {
    return askDoor(this.management, method, where, ask);
  }

  async put(where: string, properties: Json, query = ""): Promise<void> {
    const { status, body } = await this.ask("PUT", where, { body: { properties } as Json, query });
    expect([200, 201], JSON.stringify(body)).toContain(status);
  }

  /** Asks for lines of JSON. */
  async lines<T>(where: string, body: Json, role: Role = "editor"): Promise<{ status: number; frames: T[] }> {
    const request = new Request(`http://portal.test:3000${serviceId}/${where}?api-version=2024-05-01`, {
      method: "POST",
      headers: { host: "portal.test:3000", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const response = await handleArm(request, this.management, callerOf(role));
    const lines = (await response.text()).split("\n").filter(Boolean);
    return { status: response.status, frames: lines.map((line) => JSON.parse(line)) };
  }

  /** An API "shop" before the backend, with an operation "get" at /shop/items. */
  async putShop(policy: JsonObject): Promise<void> {
    await this.put("apis/shop", {
      displayName: "Shop",
      path: "shop",
      protocols: ["http"],
      serviceUrl: this.backendUrl,
      subscriptionRequired: false,
    });
    await this.put("apis/shop/operations/get", { displayName: "Get", method: "GET", urlTemplate: "/items" });
    await this.put("apis/shop/policies/policy", policy);
    await this.live();
  }

  /** Waits until the gateway runs what was committed. */
  async live(): Promise<void> {
    await this.gateway.untilRevision(await this.door.store.revision());
    await eventually(() => expect(this.management.publish.consoleAddress()).not.toBeNull());
  }

  async restartGateway(): Promise<void> {
    await this.gateway.close();
    this.gateway = await gatewayOf(this.portal, this.door);
    await this.live();
  }

  async restartPortal(): Promise<void> {
    const { port } = this.portal;
    await this.portal.close();
    this.portal = await openPortal(this.door.store, port, this.door.sealer);
    await this.live();
  }

  async close(): Promise<void> {
    await this.gateway.close();
    await this.portal.close();
    await this.door.close();
    this.#backend.closeAllConnections();
    await new Promise((resolve) => this.#backend.close(resolve));
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "installation-"));

const gatewayOf = ({ url }: TestPortal, { sealer }: Door): Promise<RunningGateway> =>
  runGateway({ controlUrl: url, nodeToken, stateFile: path.join(folder, `${Math.random()}`), sealer });
