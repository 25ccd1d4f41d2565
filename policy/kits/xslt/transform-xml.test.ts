import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkFailed } from "@/policy/kits/worker/work-failed";
import { WorkerPool } from "@/policy/kits/worker/worker-pool";
import { withExsltNodeSet } from "./stylesheet-output";

const pool = new WorkerPool({ workers: 1 });
const canary = { fetches: 0, url: "" };
const server = createServer((_, response) => {
  canary.fetches++;
  response.end("<x/>");
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  canary.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await pool.close();
  server.close();
});

const sheet = (content: string, attributes = ""): string =>
  `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" ${attributes}>${content}</xsl:stylesheet>`;
const root = (content: string): string => `<xsl:template match="/">${content}</xsl:template>`;

async function run(
  stylesheet: string,
  body: string | Uint8Array = "<r/>",
  parameters: [string, string][] = [],
): Promise<string> {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const outcome = await pool.run("transform-xml", { stylesheet, body: bytes, charset: null, parameters }, 2_000);
  return outcome.kind === "done" ? new TextDecoder().decode(outcome.content) : `failed: ${outcome.message}`;
}

describe("what a stylesheet can do", () => {
  test("output method, indent and the declaration are as xsl:output says", async () => {
    const output = '<xsl:output method="xml" indent="yes" omit-xml-declaration="yes"/>';
    expect(await run(sheet(output + root("<a><b/></a>")))).toBe("<a>\n  <b/>\n</a>\n");
    expect(await run(sheet(root("<a/>")))).toBe('<?xml version="1.0"?>\n<a/>\n');
    expect(await run(sheet(`<xsl:output method="text"/>${root("a &lt; b")}`))).toBe("a < b");
    expect(await run(sheet(`<xsl:output method="html"/>${root("<p>1<br/>2</p>")}`))).toBe("<p>1<br>2</p>\n");
  });

  test("keys, sorting, modes and variables", async () => {
    const body = '<r><i k="b">2</i><i k="a">1</i><i k="b">3</i></r>';
    const text = sheet(
      `<xsl:output method="text"/><xsl:key name="k" match="i" use="@k"/>
      ${root(
        `<xsl:for-each select="//i[generate-id() = generate-id(key('k', @k)[1])]"><xsl:sort select="@k"/><xsl:value-of select="concat(@k, '=', sum(key('k', @k)), ';')"/></xsl:for-each>`,
      )}`,
    );
    expect(await run(text, body)).toBe("a=1;b=5;");
  });

  test("parameters are texts, whatever quotes they have", async () => {
    const text = sheet(`<xsl:output method="text"/><xsl:param name="p"/>${root('<xsl:value-of select="$p"/>')}`);
    for (const value of ["plain", "it's", 'say "hi"', `both ' and "`, "'", "1 div 0", "é€😀", ""]) {
      expect(await run(text, "<r/>", [["p", value]])).toBe(value);
    }
  });

  test("node-set(), under EXSLT's namespace and under Microsoft's", async () => {
    const content = root(
      '<xsl:variable name="v"><a/><a/></xsl:variable><xsl:value-of select="count(x:node-set($v)/a)"/>',
    );
    const output = '<xsl:output method="text"/>';
    expect(await run(sheet(output + content, 'xmlns:x="http://exslt.org/common"'))).toBe("2");
    const microsoft = sheet(output + content, 'xmlns:x="urn:schemas-microsoft-com:xslt"');
    expect(await run(withExsltNodeSet(microsoft))).toBe("2");
  });

  test("a document in UTF-16, and one in Latin-1, as they declare", async () => {
    const text = sheet(`<xsl:output method="text"/>${root('<xsl:value-of select="."/>')}`);
    expect(await run(text, Buffer.from('\ufeff<?xml version="1.0" encoding="utf-16"?><r>é€</r>', "utf16le"))).toBe(
      "é€",
    );
    expect(await run(text, Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><r>é</r>', "latin1"))).toBe("é");
  });

  test("recursion a thousand deep", async () => {
    const content = `<xsl:output method="text"/>${root(
      '<xsl:call-template name="t"><xsl:with-param name="n" select="1000"/></xsl:call-template>',
    )}<xsl:template name="t"><xsl:param name="n"/><xsl:choose><xsl:when test="$n = 0">end</xsl:when><xsl:otherwise><xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:otherwise></xsl:choose></xsl:template>`;
    expect(await run(sheet(content))).toBe("end");
  });
});

describe("errors say what is wrong", () => {
  test.each([
    ["an XPath that does not parse", sheet(root('<xsl:value-of select="1 +"/>')), "<r/>", /failed: The stylesheet/],
    ["an unknown function", sheet(root('<xsl:value-of select="nope()"/>')), "<r/>", /Unregistered function: nope/],
    ["xsl:message terminates", sheet(root('<xsl:message terminate="yes">no order</xsl:message>')), "<r/>", /no order/],
    ["a body that is no XML", sheet(root("<a/>")), "{}", /The body is no XML.*Start tag expected/],
    ["a body that is not closed", sheet(root("<a/>")), "<r><b></r>", /mismatch: b/],
    ["an undeclared entity", sheet(root("<a/>")), "<r>&x;</r>", /Entity 'x' not defined/],
    ["a document type", sheet(root("<a/>")), "<!DOCTYPE r [<!ENTITY x 'y'>]><r>&x;</r>", /document type/],
  ])("%s", async (_, stylesheet, body, message) => {
    expect(await run(stylesheet, body)).toMatch(message);
    expect(await run(sheet(`<xsl:output method="text"/>${root("next")}`))).toBe("next");
  });
});

describe("hostile stylesheets", () => {
  const recursive = root('<xsl:call-template name="t"/>');
  test.each([
    [
      "recursion without end",
      sheet(`${recursive}<xsl:template name="t"><a><xsl:call-template name="t"/></a></xsl:template>`),
    ],
    [
      "a text that doubles",
      sheet(
        `${root('<xsl:call-template name="t"><xsl:with-param name="s" select="\'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\'"/></xsl:call-template>')}<xsl:template name="t"><xsl:param name="s"/><xsl:call-template name="t"><xsl:with-param name="s" select="concat($s,$s,$s,$s)"/></xsl:call-template></xsl:template>`,
      ),
    ],
    ["parentheses without end", sheet(root(`<xsl:value-of select="${"(".repeat(50_000)}1${")".repeat(50_000)}"/>`))],
  ])("%s fails, and the next one works", async (_, stylesheet) => {
    expect(await run(stylesheet)).toMatch(/^failed: /);
    expect(await run(sheet(`<xsl:output method="text"/>${root("next")}`))).toBe("next");
  });

  test("one that takes exponential time is ended", async () => {
    const items = `<r>${"<i/>".repeat(300)}</r>`;
    const loops = "//i[count(//i[count(//i[count(//i[count(//i[count(//i) > 1]) > 1]) > 1]) > 1]) > 1]";
    const text = sheet(root(`<xsl:value-of select="count(${loops.replaceAll(">", "&gt;")})"/>`));
    await expect(run(text, items)).rejects.toMatchObject({ reason: "too-long" } satisfies Partial<WorkFailed>);
    expect(await run(sheet(`<xsl:output method="text"/>${root("next")}`))).toBe("next");
  });

  test("a document nested very deeply is refused", async () => {
    expect(await run(sheet(root("<a/>")), "<a>".repeat(100_000))).toMatch(/^failed: /);
  });

  test("nothing is fetched and no file is read or written", async () => {
    const copy = (what: string) => sheet(root(`<o><xsl:copy-of select="document('${what}')"/></o>`));
    for (const what of [`${canary.url}/a`, "/etc/passwd", "file:///etc/passwd", "", "ftp://127.0.0.1/x"]) {
      expect(await run(copy(what))).toMatch(/failed: .*another document/);
    }
    for (const element of ["include", "import"]) {
      expect(await run(sheet(`<xsl:${element} href="${canary.url}/b.xsl"/>`))).toMatch(/failed: .*another document/);
    }
    const writes = `<x:document href="/tmp/out.xml"><a/></x:document>`;
    const attributes = 'xmlns:x="http://exslt.org/common" extension-element-prefixes="x"';
    expect(await run(sheet(root(writes), attributes))).toMatch(/^failed: /);
    const entity = `<!DOCTYPE xsl:stylesheet [<!ENTITY x SYSTEM "${canary.url}/c">]>${sheet(root("<a>&x;</a>"))}`;
    expect(await run(entity)).toContain("<a/>");
    expect(canary.fetches).toBe(0);
  });
});
