import { Agent, createServer } from "node:http";
import { createProxyServer } from "http-proxy-3";
import { keys, listening, upstream } from "./settings.mjs";

const proxy = createProxyServer({ target: upstream, agent: new Agent({ keepAlive: true, maxSockets: 128 }) });
proxy.on("error", (_error, _request, response) => response.writeHead?.(502).end());
const server = createServer((request, response) => {
  if (!keys.has(request.headers["ocp-apim-subscription-key"])) return response.writeHead(401).end();
  proxy.web(request, response);
});
server.listen(0, "127.0.0.1", () => listening(server));
