import { expect, test } from "vitest";
import { allDefinitions } from "@/policy/catalog/definitions";
import { check } from "@/policy/check";
import { isError } from "@/policy/diagnostics";
import { parse } from "@/policy/xml/parse";
import { newElement } from "./new-element";

const nothing = () => false;
const known = { namedValues: nothing, backends: nothing, fragments: nothing, certificates: nothing, loggers: nothing };

/** In the first section and scope that may hold it, by itself. */
function problemsOf({ name, sections, scopes, role }: (typeof allDefinitions)[number]): string[] {
  const xml = newElement(name);
  expect(parse(xml).diagnostics, xml).toEqual([]);
  if (role === "part") return [];
  const [section] = sections;
  if (section === "resolver") {
    return check(xml, { kind: "resolver", scope: "any", known, runs: true })
      .filter(isError)
      .map(({ code, message }) => `${code} ${message}`);
  }
  const text = `<policies><${section}>${xml}</${section}></policies>`;
  return check(text, { kind: "policies", scope: scopes[0] ?? "any", known, runs: true })
    .filter(isError)
    .map(({ code, message }) => `${code} ${message}`);
}

test("what is added from the palette is right as it stands, but for what only a person can know", () => {
  const found = Object.fromEntries(
    allDefinitions
      .map((definition) => [definition.name, problemsOf(definition)] as const)
      .filter(([, all]) => all.length > 0),
  );
  expect(found).toEqual({
    "authentication-certificate": ["certificate-unknown Certificate 'certificate' could not be found."],
    "azure-openai-semantic-cache-lookup": ["backend-unknown Backend with id 'backend' could not be found."],
    "include-fragment": ["fragment-unknown Policy fragment 'fragment' could not be found."],
    "llm-content-safety": ["backend-unknown Backend with id 'backend' could not be found."],
    "llm-semantic-cache-lookup": ["backend-unknown Backend with id 'backend' could not be found."],
    "log-to-eventhub": ["logger-unknown Logger not found"],
  });
});

test("it refers to what exists", () => {
  const exist = {
    backends: [{ name: "orders" }],
    fragments: [{ name: "auth", text: "" }],
    certificates: [],
    loggers: [{ name: "hub" }],
  };
  expect(newElement("include-fragment", exist)).toBe('<include-fragment fragment-id="auth" />');
  expect(newElement("llm-content-safety", exist)).toContain('backend-id="orders"');
  expect(newElement("log-to-eventhub", exist)).toContain('logger-id="hub"');
});

test("containers open and required parts come with it", () => {
  expect(newElement("choose")).toBe('<choose>\n    <when condition="@(true)">\n    </when>\n</choose>');
  expect(newElement("set-header")).toBe(
    '<set-header name="x-example" exists-action="override">\n    <value>@(context.RequestId.ToString())</value>\n</set-header>',
  );
});
