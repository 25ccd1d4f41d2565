import { Agent, createServer } from "node:http";
import { createProxyServer } from "http-proxy-3";
import { runHooks } from "./hooks.mjs";
import { listening, upstream } from "./settings.mjs";

const proxy = createProxyServer({ target: upstream, agent: new Agent({ keepAlive: true, maxSockets: 128 }) });
proxy.on("error", (_error, _request, response) => response.writeHead?.(502).end());
const server = createServer((request, response) => {
  const path = runHooks(request.headers, request.url);
  if (typeof path === "number") return response.writeHead(path).end();
  request.url = path;
  proxy.web(request, response);
});
server.listen(0, "127.0.0.1", () => listening(server));
