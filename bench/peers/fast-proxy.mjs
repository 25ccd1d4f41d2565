import { createServer } from "node:http";
import fastProxy from "fast-proxy";
import { keys, listening, upstream } from "./settings.mjs";

const { proxy } = fastProxy({ base: upstream, undici: { connections: 128, pipelining: 1 } });
const server = createServer((request, response) => {
  if (!keys.has(request.headers["ocp-apim-subscription-key"])) return response.writeHead(401).end();
  proxy(request, response, request.url, {});
});
server.listen(0, "127.0.0.1", () => listening(server));
