// npm run restore -- FILE: puts a backup back into an empty data directory or database.
import { ready } from "./ready.mjs";

await ready();
await import("../dist/restore.mjs");
