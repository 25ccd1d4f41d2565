import { expect, test } from "vitest";
import { isIssuer } from "./oidc-provider";
import { roleOfClaim } from "./oidc-role";

test.each([
  [{ roles: "owner" }, "roles", "owner"],
  [{ roles: ["reader", "Editor"] }, "roles", "editor"],
  [{ roles: "x reader y" }, "roles", "reader"],
  [{ roles: ["gatehouse-owner"] }, "roles", "owner"],
  [{ roles: ["Gatehouse.Reader", "gatehouse:editor"] }, "roles", "editor"],
  [{ realm_access: { roles: ["editor"] } }, "realm_access.roles", "editor"],
  [{ "https://example.com/roles": ["owner"] }, "https://example.com/roles", "owner"],
  [{ roles: ["owners", "co-owner", "gatehouse", ""] }, "roles", null],
  [{ roles: { owner: true } }, "roles", null],
  [{ roles: [["owner"]] }, "roles", null],
  [{ roles: null }, "roles", null],
  [{}, "__proto__", null],
  [{}, "constructor.name", null],
  [{}, "roles", null],
] as const)("%o at %s names %s", (claims, path, role) => {
  expect(roleOfClaim(claims, path)).toBe(role);
});

const tenant = "11111111-2222-3333-4444-555555555555";
const entra = "https://login.microsoftonline.com";

test.each([
  ["https://idp.example", "https://idp.example", undefined, true],
  ["https://idp.example/", "https://idp.example", undefined, true],
  ["https://idp.example.evil", "https://idp.example", undefined, false],
  [`${entra}/${tenant}/v2.0`, `${entra}/${tenant}/v2.0`, tenant, true],
  [`${entra}/${tenant}/v2.0`, `${entra}/organizations/v2.0`, tenant, true],
  [`${entra}/${tenant}/v2.0`, `${entra}/organizations/v2.0`, "99999999-2222-3333-4444-555555555555", false],
  [`${entra}/${tenant}/v2.0`, `${entra}/99999999-2222-3333-4444-555555555555/v2.0`, tenant, false],
  [`${entra}/evil/v2.0`, `${entra}/common/v2.0`, "evil", false],
] as const)("%s for the setting %s", (iss, setting, tid, good) => {
  expect(isIssuer({ iss, sub: "x", tid }, setting)).toBe(good);
});
