import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { parseBackendUrl } from "./backend-url";
import { plainConnection } from "./connection-settings";
import { UpstreamClients } from "./upstream-clients";

test("one pool per address and settings, closed when it is no longer used, but never under a call", async () => {
  const held: Socket[] = [];
  const server = createServer((socket) => void held.push(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = parseBackendUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  if (url === null) throw new Error("not a URL");
  const clients = new UpstreamClients({ connectTimeoutMs: 1_000, trustedAuthorities: [], unusedMs: 150 });
  const plain = clients.get(url, plainConnection, "1", false);
  expect(clients.get(url, plainConnection, "1", false)).toBe(plain);
  const other = clients.get(url, { ...plainConnection, key: "other" }, "1", false);
  expect(other).not.toBe(plain);
  expect(clients.get(url, plainConnection, "2or1", false)).not.toBe(plain);
  expect(clients.size).toBe(3);

  const answered = plain.pool.request({ path: "/", method: "GET" });
  await expect.poll(() => held.length).toBe(1);
  await expect.poll(() => clients.size).toBe(1);
  expect(other.pool.closed).toBe(true);
  held[0]?.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  expect(await (await answered).body.text()).toBe("ok");
  await expect.poll(() => clients.size).toBe(0);
  expect(plain.pool.closed).toBe(true);
  await clients.close();
  for (const socket of held) socket.destroy();
  server.close();
});
