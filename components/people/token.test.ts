import { expect, test } from "vitest";
import { stateOfToken, type Token } from "./token";

const now = Date.parse("2030-06-01T00:00:00Z");
const token = (state: Token["state"], expiresAt: string): Token => ({
  id: "t",
  operatorId: "ada",
  name: "nightly",
  role: "editor",
  state,
  createdAt: "2030-01-01T00:00:00Z",
  expiresAt,
  usedAt: null,
  revokedAt: null,
});

test("a token that ends within three days is said to, unless it has ended already", () => {
  expect(stateOfToken(token("active", "2030-06-08T00:00:00Z"), now)).toBe("active");
  expect(stateOfToken(token("active", "2030-06-03T00:00:00Z"), now)).toBe("expiring");
  expect(stateOfToken(token("expired", "2030-05-30T00:00:00Z"), now)).toBe("expired");
  expect(stateOfToken(token("revoked", "2030-06-03T00:00:00Z"), now)).toBe("revoked");
});
