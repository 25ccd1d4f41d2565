import { createServer } from "node:http";
import fastProxy from "fast-proxy";
import { runHooks } from "./hooks.mjs";
import { listening, upstream } from "./settings.mjs";

const { proxy } = fastProxy({ base: upstream, undici: { connections: 128, pipelining: 1 } });
const server = createServer((request, response) => {
  const path = runHooks(request.headers, request.url);
  if (typeof path === "number") return response.writeHead(path).end();
  proxy(request, response, path, {});
});
server.listen(0, "127.0.0.1", () => listening(server));
