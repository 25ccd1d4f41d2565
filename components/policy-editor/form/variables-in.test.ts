import { expect, test } from "vitest";
import { parse } from "@/policy/xml/parse";
import { variablesIn } from "./variables-in";

const inPolicies = (inbound: string) => parse(`<policies><inbound>${inbound}</inbound></policies>`).document;

test("variables are those that set-variable sets and those that policies leave their result in", () => {
  const document = inPolicies(
    '<set-variable name="tier" value="gold" /><choose><when condition="@(true)"><set-variable name="inner" value="1" /></when></choose><send-request mode="new" response-variable-name="answer" /><cache-lookup-value key="k" variable-name="kept" />',
  );
  expect(variablesIn(document, [])).toEqual(["answer", "inner", "kept", "tier"]);
});

test("each is named once; a name that is only known at run time is none", () => {
  const document = inPolicies(
    '<set-variable name="a" value="1" /><set-variable name="a" value="2" /><set-variable name="@(context.RequestId)" value="3" /><set-variable name="" value="4" />',
  );
  expect(variablesIn(document, [])).toEqual(["a"]);
});

test("names in what is content are not variables", () => {
  const document = inPolicies('<set-body><set-variable name="no" value="1" /></set-body>');
  expect(variablesIn(document, [])).toEqual([]);
});

test("fragments that are included and wider scopes set variables too", () => {
  const fragments = [
    { name: "Auth", text: '<fragment><set-variable name="user" value="1" /></fragment>' },
    { name: "unused", text: '<fragment><set-variable name="never" value="1" /></fragment>' },
  ];
  const document = inPolicies('<set-variable name="own" value="1" />');
  const wider = [
    '<policies><inbound><set-variable name="wide" value="1" /><include-fragment fragment-id="auth" /></inbound></policies>',
    "<policies><inbound>",
  ];
  expect(variablesIn(document, fragments)).toEqual(["own"]);
  expect(variablesIn(document, fragments, wider)).toEqual(["own", "user", "wide"]);
});
