import { expect, test } from "vitest";
import type { Fault } from "@/policy/fault";
import { convertBody } from "./convert-body";
import { plainToXml } from "./testing/plain-to-xml";
import type { ToJsonOptions } from "./xml-to-json";

const toJson: ToJsonOptions = {
  kind: "direct",
  keepsSpace: false,
  trims: false,
  emptyValues: null,
  alwaysArrays: false,
};
const items = (count: number) => Array.from({ length: count }, (_, id) => ({ id, name: `n${id}` }));

test("a long text becomes what a short one does, beside the event loop", async () => {
  const few = convertBody("json-to-xml", { text: JSON.stringify(items(2)), parsesDates: true, options: plainToXml });
  expect(few).toContain("<Document><Item><id>0</id><name>n0</name></Item>");
  const many = convertBody("json-to-xml", {
    text: JSON.stringify(items(150_000)),
    parsesDates: true,
    options: plainToXml,
  });
  expect(many).toBeInstanceOf(Promise);
  const xml = await many;
  expect(xml).toContain("<Item><id>149999</id><name>n149999</name></Item></Document>");
  const back = convertBody("xml-to-json", { text: xml, options: toJson });
  expect(back).toBeInstanceOf(Promise);
  expect(JSON.parse(await back).Document.Item).toHaveLength(150_000);
}, 60_000);

test("what is wrong with a long text is told as of a short one", async () => {
  const faultOf = (text: string): Promise<Fault> =>
    (async () => convertBody("json-to-xml", { text, parsesDates: true, options: plainToXml }))().then(
      () => Promise.reject(new Error("It was converted.")),
      (fault: Fault) => fault,
    );
  for (const length of [10, 200_000]) {
    const fault = await faultOf(`["${"x".repeat(length)}", nonsense]`);
    expect(fault).toMatchObject({ source: "json-to-xml", reason: "TransformationFailed", status: 500 });
    expect(fault.message).toMatch(/^The body is no JSON\. Unexpected character/);
  }
}, 60_000);
