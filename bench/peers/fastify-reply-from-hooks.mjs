import replyFrom from "@fastify/reply-from";
import fastify from "fastify";
import { runHooks } from "./hooks.mjs";
import { listening, upstream } from "./settings.mjs";

const app = fastify();
app.register(replyFrom, { base: upstream, undici: { connections: 128, pipelining: 1 } });
app.all("/*", (request, reply) => {
  const path = runHooks(request.raw.headers, request.raw.url);
  return typeof path === "number" ? reply.code(path).send() : reply.from(path);
});
await app.listen({ port: 0, host: "127.0.0.1" });
listening(app.server);
