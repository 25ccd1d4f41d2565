import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import type { CheckOutcome } from "@/policy/kits/validation/check-outcome";
import { checkXml, type XmlCheck } from "./check-xml";
import { includedSchemas } from "./included-schemas";

const encoder = new TextEncoder();
const wrap = (inner: string, more = "") =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="u" xmlns="u" elementFormDefault="qualified">${more}${inner}</xs:schema>`;
const xsd =
  wrap(`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="n" type="N" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
  <xs:simpleType name="N"><xs:restriction base="xs:int"/></xs:simpleType>`);

interface More extends Partial<Omit<XmlCheck, "body" | "schema">> {
  schema?: string | null;
  others?: ReadonlyMap<string, string>;
}
const check = (
  body: string | Uint8Array,
  { schema = xsd, others = new Map(), ...more }: More = {},
): Promise<CheckOutcome> =>
  checkXml({
    body: typeof body === "string" ? encoder.encode(body) : body,
    schema: schema === null ? null : { text: schema, others },
    element: null,
    soap: null,
    ...more,
  });
const good = '<a xmlns="u"><n>1</n></a>';

test("documents and definitions", async () => {
  expect(await check(good)).toEqual({ kind: "conforms" });
  expect(await check('<?xml version="1.0" encoding="UTF-8"?><!-- c --><?p i?><a xmlns="u"><n>1</n></a>')).toEqual({
    kind: "conforms",
  });
  const two = await check('<a xmlns="u">\n<n>x</n>\n<q/></a>');
  expect(two).toMatchObject({ kind: "wrong", problems: [{ line: 2 }, { line: 3 }] });
  expect(await check(good, { element: "a" })).toEqual({ kind: "conforms" });
  expect(await check(good, { element: "N" })).toEqual({ kind: "conforms" });
  expect(await check(good, { element: "b" })).toEqual({ kind: "no-definition" });
  expect(await check("<a/>", { element: "b", schema: wrap("") })).toEqual({ kind: "no-definitions" });
  expect(await check("<a><b></a>", { schema: null })).toMatchObject({ kind: "wrong" });
  expect(await check("<a/>", { schema: null })).toEqual({ kind: "conforms" });
});

test("UTF-16, and encodings that are said or are not known", async () => {
  const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${good}`, "utf16le");
  expect(await check(utf16)).toEqual({ kind: "conforms" });
  const latin1 = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', "latin1");
  expect(await check(latin1, { schema: null })).toEqual({ kind: "conforms" });
  expect(await check(Uint8Array.of(0x3c, 0xff, 0x3e), { schema: null })).toMatchObject({ kind: "wrong" });
  const hidden = Buffer.from('\ufeff<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "utf16le");
  expect(await check(hidden, { schema: null })).toMatchObject({
    problems: [{ message: expect.stringContaining("document type") }],
  });
});

test("a SOAP fault is no payload of the schema's", async () => {
  const ns = "http://schemas.xmlsoap.org/soap/envelope/";
  const envelope = (inner: string) => `<s:Envelope xmlns:s="${ns}"><s:Header/><s:Body>${inner}</s:Body></s:Envelope>`;
  expect(await check(envelope("<s:Fault><faultcode>x</faultcode></s:Fault>"), { soap: "1.1" })).toEqual({
    kind: "conforms",
  });
  expect(await check(envelope("<Fault/>"), { soap: "1.1" })).toMatchObject({ kind: "wrong" });
  expect(await check(`<s:Envelope xmlns:s="${ns}"/>`, { soap: "1.1" })).toMatchObject({
    problems: [{ message: "The SOAP envelope has no body." }],
  });
});

test("schemas include those that they are handed, and nothing else", async () => {
  const main = wrap('<xs:element name="a" type="N"/>', '<xs:include schemaLocation="/schemas/other"/>');
  const other = wrap('<xs:simpleType name="N"><xs:restriction base="xs:int"/></xs:simpleType>');
  const texts: Record<string, string> = { main, other };
  const resources = {
    schema: (id: string) => (texts[id] === undefined ? null : { id, contentType: "xml", text: texts[id] }),
  };
  const others = includedSchemas(main, resources as never);
  expect([...others.keys()]).toEqual(["/schemas/other"]);
  expect(await check('<a xmlns="u">7</a>', { schema: main, others })).toEqual({ kind: "conforms" });
  expect(await check('<a xmlns="u">x</a>', { schema: main, others })).toMatchObject({ kind: "wrong" });
  expect(await check('<a xmlns="u">7</a>', { schema: main })).toMatchObject({ kind: "unusable" });
});

test.each(["<a", "<!DOCTYPE a><a/>", wrap('<xs:element name="a" type="Absent"/>'), "<a/>"])(
  "no schema: %s",
  async (schema) => {
    expect((await check(good, { schema })).kind).toBe("unusable");
  },
);

test("nothing is ever fetched, and no entity put in", async () => {
  let fetched = 0;
  const canary = createServer((_, response) => {
    fetched++;
    response.end('<!ENTITY x "y">');
  });
  await new Promise<void>((done) => canary.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/x`;
  const lol = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
  try {
    for (const body of [
      `<!DOCTYPE a SYSTEM "${url}"><a/>`,
      `<!DOCTYPE a [<!ENTITY x SYSTEM "${url}">]><a>&x;</a>`,
      `<!DOCTYPE a [<!ENTITY % p SYSTEM "${url}"> %p;]><a/>`,
      `<?xml version="1.0"?><!-- --><!doctype a [<!ENTITY l0 "lol">${lol}]><a>&l10;</a>`,
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      `<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${url}"/></a>`,
      `<?xml-stylesheet href="${url}"?><a xmlns="u" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="u ${url}"/>`,
      `<a>${"<b>".repeat(100_000)}`,
      `<a ${Array.from({ length: 20_000 }, (_, at) => `a${at}=""`).join(" ")}/>`,
    ]) {
      expect((await check(body)).kind, body.slice(0, 80)).not.toBe("conforms");
    }
    for (const location of [url, "file:///etc/passwd", "/etc/passwd", "../../etc/passwd"]) {
      const schema = wrap('<xs:element name="a"/>', `<xs:include schemaLocation="${location}"/>`);
      expect(await check('<a xmlns="u"/>', { schema })).toMatchObject({ kind: "unusable" });
    }
    const imported = wrap('<xs:element name="a"/>', `<xs:import namespace="v" schemaLocation="${url}"/>`);
    await check('<a xmlns="u"/>', { schema: imported });
    expect(fetched).toBe(0);
  } finally {
    canary.close();
  }
});
