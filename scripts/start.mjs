// npm start: everything from a fresh clone to a running portal and gateway.
import { ready } from "./ready.mjs";

await ready();
process.argv.push("--npm");
await import("../dist/supervisor.mjs");
