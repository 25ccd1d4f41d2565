// npm run backup -- FILE: a consistent copy of everything, safe while serving.
import { ready } from "./ready.mjs";

await ready();
await import("../dist/backup.mjs");
