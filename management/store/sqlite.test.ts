import { describe, onTestFinished } from "vitest";
import { openStore } from "./open";
import { describeStore } from "./testing/conformance/store";
import { makeStore } from "./testing/store";

describe("the store on SQLite", () => {
  describeStore(async () => {
    const { store, sealer, dataDir, close } = await makeStore({ seeded: false });
    onTestFinished(close);
    return { store, reopen: () => openStore({ dataDir, sealer }) };
  });
});
