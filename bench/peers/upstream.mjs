// The backend of all contenders: 1 KB of JSON, always the same.
import { createServer } from "node:http";
import { listening } from "./settings.mjs";

const body = Buffer.from(JSON.stringify({ text: "x".repeat(1024 - 11) }));
const headers = [
  "Content-Type",
  "application/json",
  "Content-Length",
  String(body.length),
  "Cache-Control",
  "no-store",
  "X-Served-By",
  "upstream",
];
const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => listening(server));
