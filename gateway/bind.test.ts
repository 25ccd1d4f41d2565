import { createServer } from "node:net";
import { expect, test } from "vitest";
import { bind, HopelessSetting } from "./bind";

test("a port that a setting chose and that is taken cannot be helped; a derived one gives way", async () => {
  const holder = createServer();
  const port = await bind(holder, { host: "127.0.0.1", port: 0, chosenBy: null });
  const other = createServer();
  const chosen = { host: "127.0.0.1", port, chosenBy: "GATEHOUSE_GATEWAY_PORT" };
  await expect(bind(other, chosen)).rejects.toThrow(HopelessSetting);
  await expect(bind(other, chosen)).rejects.toThrow(`Port ${port} is taken by another program`);
  const given = await bind(other, { ...chosen, chosenBy: null });
  expect(given).not.toBe(port);
  holder.close();
  other.close();
});
