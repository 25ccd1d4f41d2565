import replyFrom from "@fastify/reply-from";
import fastify from "fastify";
import { keys, listening, upstream } from "./settings.mjs";

const app = fastify();
app.register(replyFrom, { base: upstream, undici: { connections: 128, pipelining: 1 } });
app.all("/*", (request, reply) => {
  if (!keys.has(request.headers["ocp-apim-subscription-key"])) return reply.code(401).send();
  return reply.from(request.raw.url);
});
await app.listen({ port: 0, host: "127.0.0.1" });
listening(app.server);
