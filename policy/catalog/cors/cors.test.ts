import { expect, test } from "vitest";
import { check } from "@/policy/check";

const exists = () => true;
const known = { namedValues: exists, backends: exists, fragments: exists, certificates: exists };

const messages = (credentials: string, origin: string): string[] =>
  check(
    `<policies><inbound><base /><cors ${credentials}><allowed-origins><origin>${origin}</origin></allowed-origins></cors></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
    { kind: "policies", scope: "api", known },
  )
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);

test("credentials for any origin cannot be saved", () => {
  const refused = ["Credentials need origins that are listed: browsers take none with '*'."];
  expect(messages('allow-credentials="true"', "*")).toEqual(refused);
  expect(messages('allow-credentials="1"', " * ")).toEqual(refused);
});

test("credentials for listed origins can, and any origin without", () => {
  expect(messages('allow-credentials="true"', "https://shop.example")).toEqual([]);
  expect(messages('allow-credentials="false"', "*")).toEqual([]);
  expect(messages("", "*")).toEqual([]);
  expect(messages('allow-credentials="@(true)"', "*")).toEqual([]);
});
