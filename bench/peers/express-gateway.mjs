// Its own key-auth policy needs a user database, so it is measured without a key check: with less to do.
import fs from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import gateway from "express-gateway";
import { upstream } from "./settings.mjs";

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "express-gateway-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
const gatewayConfig = {
  http: { port, hostname: "127.0.0.1" },
  apiEndpoints: { all: { host: "*", paths: "/*" } },
  serviceEndpoints: { upstream: { url: upstream } },
  policies: ["proxy"],
  pipelines: {
    all: { apiEndpoints: ["all"], policies: [{ proxy: [{ action: { serviceEndpoint: "upstream" } }] }] },
  },
};
const systemConfig = {
  db: { redis: { emulate: true, namespace: "EG" } },
  crypto: { cipherKey: "benchbench", algorithm: "aes256", saltRounds: 10 },
};
fs.writeFileSync(path.join(folder, "gateway.config.json"), JSON.stringify(gatewayConfig));
fs.writeFileSync(path.join(folder, "system.config.json"), JSON.stringify(systemConfig));
const models = path.join(path.dirname(createRequire(import.meta.url).resolve("express-gateway")), "config", "models");
fs.cpSync(models, path.join(folder, "models"), { recursive: true });
process.env.LOG_LEVEL = "error";
await gateway().load(folder).run();
process.send({ port });
