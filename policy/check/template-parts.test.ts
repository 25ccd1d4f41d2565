import { expect, test } from "vitest";
import { check } from "@/policy/check";

const nothing = () => false;
const known = { namedValues: nothing, backends: nothing, fragments: nothing, certificates: nothing, loggers: nothing };
const messagesOf = (inbound: string): string[] =>
  check(`<policies><inbound><base />${inbound}</inbound></policies>`, { kind: "policies", scope: "api", known }).map(
    ({ message }) => message,
  );

test("a part of a policy that is a template may hold names of Liquid's own; of another policy it may not", () => {
  const binding = (more: string) =>
    `<invoke-dapr-binding name="b"${more}><data>{"a": "{{body.name}}"}</data></invoke-dapr-binding>`;
  expect(messagesOf(binding(' template="liquid"'))).toEqual([]);
  expect(messagesOf(binding(""))).toEqual(["Cannot find a property 'body.name'."]);
});

test("a logger that is not there is told of", () => {
  expect(messagesOf('<log-to-eventhub logger-id="events">x</log-to-eventhub>')).toEqual(["Logger not found"]);
});
