import { expect, test } from "vitest";
import { parse } from "@/policy/xml/parse";
import { followElement } from "./follow-element";

const version = (text: string) => ({ text, parsed: parse(text).document });
const follow = (before: string, after: string, path: string) => followElement(version(before), version(after), path);
const doc = (inbound: string) => `<policies><inbound>${inbound}</inbound></policies>`;

test("an element stays chosen when others of its name come before it", () => {
  expect(follow(doc('<mock a="1"/>'), doc('<mock b="0"/><mock a="1"/>'), "inbound[1]/mock[1]")).toBe(
    "inbound[1]/mock[2]",
  );
});

test("editing the element itself or what follows it changes nothing", () => {
  expect(follow(doc('<mock a="1"/>'), doc('<mock a="12"/>'), "inbound[1]/mock[1]")).toBe("inbound[1]/mock[1]");
  expect(follow(doc("<mock/>"), doc("<mock/><mock/>"), "inbound[1]/mock[1]")).toBe("inbound[1]/mock[1]");
});

test("what was removed is chosen no more", () => {
  expect(follow(doc("<base/><mock/>"), doc("<base/>"), "inbound[1]/mock[1]")).toBeNull();
});

test("a path that was not there yet is taken as it is once it is", () => {
  expect(follow(doc(""), doc("<mock/>"), "inbound[1]/mock[1]")).toBe("inbound[1]/mock[1]");
  expect(follow(doc(""), doc("<base/>"), "inbound[1]/mock[1]")).toBeNull();
});

test("what moved, or moved back by undo, stays chosen where it stands now", () => {
  const inside = doc("\n  <choose>\n    <when>\n      <mock a='1'/>\n      <trace/>\n    </when>\n  </choose>\n");
  const outside = doc("\n  <mock a='1'/>\n  <choose>\n    <when>\n      <trace/>\n    </when>\n  </choose>\n");
  expect(follow(inside, outside, "inbound[1]/choose[1]/when[1]/mock[1]")).toBe("inbound[1]/mock[1]");
  expect(follow(outside, inside, "inbound[1]/mock[1]")).toBe("inbound[1]/choose[1]/when[1]/mock[1]");
});

test("of two that say the same neither is taken for what is gone", () => {
  expect(
    follow(doc("<choose><when><mock/></when></choose>"), doc("<mock/><mock/>"), "inbound[1]/choose[1]/when[1]/mock[1]"),
  ).toBeNull();
});
