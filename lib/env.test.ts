import path from "node:path";
import { expect, test } from "vitest";
import { parseEnv, WrongSettings } from "./env";

test("nothing is needed", () => {
  const env = parseEnv({});
  expect(env.GATEHOUSE_PORTAL_PORT).toBe(3000);
  expect(env.GATEHOUSE_GATEWAY_PORT).toBe(8080);
  expect(env.dataDir).toBe(path.resolve(".gatehouse"));
});

test("an empty setting counts as absent", () => {
  expect(parseEnv({ DATABASE_URL: "", GATEHOUSE_PORTAL_PORT: "" }).GATEHOUSE_PORTAL_PORT).toBe(3000);
});

test.each([
  [{ GATEHOUSE_PORTAL_PORT: "many" }, "GATEHOUSE_PORTAL_PORT must be a port number"],
  [{ GATEHOUSE_GATEWAY_PORT: "70000" }, "GATEHOUSE_GATEWAY_PORT must be between 0 and 65535"],
  [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must start with postgresql://"],
  [{ REDIS_URL: "x" }, "REDIS_URL must start with redis:// or rediss://"],
  [{ GATEHOUSE_ADMIN_EMAIL: "a@example.test" }, "GATEHOUSE_ADMIN_PASSWORD is missing"],
  [{ GATEHOUSE_ADMIN_PASSWORD: "long enough" }, "GATEHOUSE_ADMIN_EMAIL is missing"],
  [
    { GATEHOUSE_ADMIN_EMAIL: "a@example.test", GATEHOUSE_ADMIN_PASSWORD: "short" },
    "GATEHOUSE_ADMIN_PASSWORD must have",
  ],
  [{ GATEHOUSE_MANAGEMENT_TOKEN: "short" }, "GATEHOUSE_MANAGEMENT_TOKEN must have at least 16 characters"],
  [{ GATEHOUSE_SEAL_KEY: "abc" }, "GATEHOUSE_SEAL_KEY must be 64 hexadecimal digits"],
  [{ GATEHOUSE_OIDC_ISSUER: "https://login.example" }, "GATEHOUSE_OIDC_CLIENT_ID is missing"],
])("%o is named", (source, message) => {
  expect(() => parseEnv(source)).toThrow(WrongSettings);
  expect(() => parseEnv(source)).toThrow(message);
});

test("every wrong setting is named at once", () => {
  expect(() => parseEnv({ GATEHOUSE_PORTAL_PORT: "x", REDIS_URL: "y" })).toThrow(/PORTAL_PORT[\s\S]*REDIS_URL/);
});
