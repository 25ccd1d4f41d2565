import { expect, test } from "vitest";
import { check } from "./check";
import type { CheckOptions, Known } from "./check/checker";
import { describe, isError, showWithCaret } from "./diagnostics";
import { defaultGlobalPolicy } from "./scopes";

const only =
  (...names: string[]): Known =>
  (name) =>
    names.includes(name);

function options(given: Partial<CheckOptions> = {}): CheckOptions {
  const known = {
    namedValues: only("known"),
    backends: only("orders"),
    fragments: only("shared"),
    certificates: only(),
  };
  return { scope: "api", kind: "policies", known, ...given };
}
const errors = (text: string, given: Partial<CheckOptions> = {}) => check(text, options(given)).filter(isError);
const told = (text: string, given: Partial<CheckOptions> = {}) => errors(text, given).map(describe);
const inbound = (content: string) => `<policies>\n  <inbound>\n    ${content}\n  </inbound>\n</policies>`;
const within = (content: string, given: Partial<CheckOptions> = {}) => told(inbound(content), given);

test.each([
  ["the default global document", defaultGlobalPolicy, options({ scope: "global" })],
  [
    "the default of all others",
    "<policies><inbound><base/></inbound><backend><base/></backend><outbound><base/></outbound><on-error><base/></on-error></policies>",
    options(),
  ],
  [
    "missing sections, comments and a declaration",
    "<?xml version='1.0'?><!-- a --><policies> <!-- b --> </policies>",
    options(),
  ],
  ["base at the global scope", inbound("<base />"), options({ scope: "global" })],
  [
    "literals of all types",
    "<policies><backend><forward-request timeout='60' follow-redirects='True' http-version='2or1' id='f' /></backend></policies>",
    options(),
  ],
  [
    "what is known",
    inbound('<set-backend-service backend-id="orders" /><include-fragment fragment-id="shared" />'),
    options(),
  ],
  [
    "named values",
    inbound(
      '<set-backend-service base-url="https://{{known}}/v1" /><set-header name="{{known}}"><value>a{{known}}</value></set-header>',
    ),
    options(),
  ],
  [
    "a fragment",
    "<fragment><set-header name='A'><value>b</value></set-header></fragment>",
    options({ kind: "fragment" }),
  ],
  [
    "XML as a body",
    inbound("<return-response><set-body><base a='b'><include-fragment/></base></set-body></return-response>"),
    options(),
  ],
])("nothing to say about %s", (_, text, given) => {
  expect(check(text, given).filter(isError)).toEqual([]);
});

test("the texts that API Management was seen to write, verbatim", () => {
  expect(told("<set-header name='a' />")).toEqual([
    "Error in element 'set-header' on line 1, column 2: Policy section is not allowed in the specified scope. The root element must be 'policies'.",
  ]);
  expect(within('<set-header name="a">text<value>b</value></set-header>')).toEqual([
    "Error in element 'set-header' on line 3, column 26: The element 'set-header' cannot contain text. List of possible elements expected: 'value'.",
  ]);
});

test.each<[string, string, string[]]>([
  [
    "an unknown policy",
    "<sett-header />",
    [
      "'sett-header' on line 3, column 6: The element 'inbound' has invalid child element 'sett-header'. List of possible elements expected: 'authentication-basic', ... 'xsl-transform'.",
    ],
  ],
  [
    "an unknown attribute",
    "<base all='true' />",
    ["'base' on line 3, column 11: The 'all' attribute is not declared."],
  ],
  [
    "an attribute that objects have",
    "<base constructor='1' __proto__='2' />",
    [
      "'base' on line 3, column 11: The 'constructor' attribute is not declared.",
      "'base' on line 3, column 27: The '__proto__' attribute is not declared.",
    ],
  ],
  [
    "a missing attribute",
    "<set-header />",
    ["'set-header' on line 3, column 6: The required attribute 'name' is missing."],
  ],
  [
    "an empty one",
    "<set-header name='' />",
    [
      "'set-header' on line 3, column 17: The 'name' attribute is invalid - The value '' is invalid according to its datatype 'string' - It must not be empty.",
    ],
  ],
  [
    "a value that is not allowed",
    "<set-header name='a' exists-action='replace' />",
    [
      "'set-header' on line 3, column 41: The 'exists-action' attribute is invalid - The value 'replace' is invalid according to its datatype 'enum' - It must be one of 'override', 'append', 'skip', 'delete'.",
    ],
  ],
  [
    "a condition that is not boolean",
    "<choose><when condition='yes' /></choose>",
    [
      "'when' on line 3, column 30: The 'condition' attribute is invalid - The value 'yes' is invalid according to its datatype 'boolean' - It must be 'true' or 'false'.",
    ],
  ],
  [
    "a policy in a section of others",
    "<forward-request />",
    ["'forward-request' on line 3, column 6: Policy is not allowed in the specified section."],
  ],
  [
    "a part by itself",
    "<when condition='true' />",
    [
      "'when' on line 3, column 6: The element 'inbound' has invalid child element 'when'. List of possible elements expected: 'authentication-basic', ... 'xsl-transform'.",
    ],
  ],
  [
    "an incomplete policy",
    "<choose />",
    [
      "'choose' on line 3, column 6: The element 'choose' has incomplete content. List of possible elements expected: 'when'.",
    ],
  ],
  [
    "children out of order",
    "<choose><otherwise /><when condition='true' /></choose>",
    [
      "'when' on line 3, column 27: The element 'choose' has invalid child element 'when'. List of possible elements expected: 'otherwise'.",
      "'choose' on line 3, column 6: The element 'choose' has incomplete content. List of possible elements expected: 'when'.",
    ],
  ],
  [
    "a child too many",
    "<choose><when condition='true' /><otherwise /><otherwise /></choose>",
    ["'otherwise' on line 3, column 52: The element 'choose' may hold 'otherwise' at most once."],
  ],
  [
    "text among policies",
    "hello <base />",
    ["'inbound' on line 3, column 5: The element 'inbound' cannot contain text."],
  ],
  ["base twice", "<base /><base />", ["'base' on line 3, column 14: 'base' may appear only once in a section."]],
  [
    "base inside a policy",
    "<choose><when condition='true'><base /></when></choose>",
    ["'base' on line 3, column 37: 'base' may only stand directly inside a section."],
  ],
  [
    "an unknown named value",
    "<set-header name='a'><value>{{no}}</value></set-header>",
    ["'value' on line 3, column 33: Cannot find a property 'no'."],
  ],
  [
    "... in an attribute",
    "<set-header name='{{no}}' />",
    ["'set-header' on line 3, column 23: Cannot find a property 'no'."],
  ],
  [
    "... in the markup of a body",
    "<set-body><a b='{{no}}'/></set-body>",
    ["'set-body' on line 3, column 6: Cannot find a property 'no'."],
  ],
  [
    "an unknown backend",
    "<set-backend-service backend-id='no' />",
    ["'set-backend-service' on line 3, column 26: Backend with id 'no' could not be found."],
  ],
  [
    "an unknown fragment",
    "<include-fragment fragment-id='no' />",
    ["'include-fragment' on line 3, column 23: Policy fragment 'no' could not be found."],
  ],
  [
    "a fragment by a named value",
    "<include-fragment fragment-id='{{known}}' />",
    [
      "'include-fragment' on line 3, column 23: A named value in the place of a fragment's id is not supported yet by this version.",
    ],
  ],
  [
    "an expression that does not compile",
    "<set-header name='a'><value>@(context.RequestIdd)</value></set-header>",
    [
      "'value' on line 3, column 43: 'IContext' does not contain a definition for 'RequestIdd' and no accessible extension method 'RequestIdd' accepting a first argument of type 'IContext' could be found (are you missing a using directive or an assembly reference?)",
    ],
  ],
  [
    "... in an attribute, escaped",
    '<choose><when condition="@(&quot;&lt;&quot; &lt; 2)" /></choose>',
    ["'when' on line 3, column 32: Operator '<' cannot be applied to operands of type 'string' and 'int'"],
  ],
  [
    "an expression where none may be",
    "<include-fragment fragment-id='@(true)' />",
    ["'include-fragment' on line 3, column 23: The 'fragment-id' attribute cannot hold an expression."],
  ],
  [
    "an expression of another type",
    "<set-header name='a' exists-action='@(true)' />",
    [
      "'set-header' on line 3, column 41: The 'exists-action' attribute is invalid - The value '@(true)' is invalid according to its datatype 'enum' - It must be one of 'override', 'append', 'skip', 'delete'.",
    ],
  ],
  [
    "both of two",
    "<set-backend-service backend-id='orders' base-url='http://a' />",
    ["'set-backend-service' on line 3, column 46: Only one of the attributes 'base-url', 'backend-id' may be given."],
  ],
  [
    "none of two",
    "<set-backend-service />",
    ["'set-backend-service' on line 3, column 6: One of the attributes 'base-url', 'backend-id' is required."],
  ],
  [
    "a URL that is none",
    "<set-backend-service base-url='orders' />",
    [
      "'set-backend-service' on line 3, column 36: The 'base-url' attribute is invalid - The value 'orders' is invalid according to its datatype 'string' - It must be an absolute URL of http or https.",
    ],
  ],
  [
    "a header of the gateway's",
    "<set-header name='content-Length'><value>1</value></set-header>",
    ["'set-header' on line 3, column 17: The header 'content-Length' is managed by the gateway and cannot be changed."],
  ],
])("%s", (_, content, expected) => {
  const shortened = within(content).map((each) =>
    each.replace(/(?<='authentication-basic', ).*(?='xsl-transform')/, "... "),
  );
  expect(shortened).toEqual(expected.map((each) => `Error in element ${each}`));
});

test.each<[string, string, RegExp]>([
  ["no root", " ", /^Error on line 1, column 2: The document has no root element\. It must be 'policies'\.$/],
  ["two roots", "<policies/><policies/>", /column 13: There may be only one root element/],
  ["text outside", "<policies/>\nend", /line 1, column 12: Text may not stand outside the root element/],
  ["an attribute of the root", "<policies a='b'/>", /column 11: The 'a' attribute is not declared/],
  [
    "an unknown section",
    "<policies><inbounds /></policies>",
    /The element 'policies' has invalid child element 'inbounds'\. List of possible elements expected: 'inbound', 'backend', 'outbound', 'on-error'\.$/,
  ],
  [
    "a section twice",
    "<policies><inbound /><inbound /></policies>",
    /column 23: The section 'inbound' may appear only once/,
  ],
  [
    "an attribute of a section",
    "<policies><inbound a='b' /></policies>",
    /column 20: The 'a' attribute is not declared/,
  ],
  [
    "two in backend",
    "<policies><backend><forward-request /><forward-request /></backend></policies>",
    /column 40: The section 'backend' may hold only one policy/,
  ],
  [
    "base and another in backend",
    "<policies><backend><base /><forward-request /></backend></policies>",
    /column 29: The section 'backend' may hold only one policy/,
  ],
  [
    "malformed XML, and nothing else",
    "<policies><inbound><quota /></policies>",
    /^Error in element 'inbound' on line 1, column 11: The element 'inbound' has no end tag\.$/,
  ],
])("the document: %s", (_, text, expected) => {
  const found = told(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(expected);
});

test.each([
  ["<base />", "'base' is not allowed in a policy fragment."],
  ["<include-fragment fragment-id='shared' />", "A policy fragment cannot include another policy fragment."],
  [
    "<choose><when condition='true'><include-fragment fragment-id='shared' /></when></choose>",
    "A policy fragment cannot include another policy fragment.",
  ],
  ["<inbound />", "The section 'inbound' is not allowed in a policy fragment."],
  ["<set-header />", "The required attribute 'name' is missing."],
])("a fragment: %s", (content, expected) => {
  const found = check(`<fragment>${content}</fragment>`, options({ kind: "fragment" }));
  expect(found.filter(isError).map(({ message }) => message)).toEqual([expected]);
});

test("the root of a fragment is another", () => {
  expect(told("<policies />", { kind: "fragment" })).toEqual([
    "Error in element 'policies' on line 1, column 2: The root element must be 'fragment'.",
  ]);
});

test("the caret stands below the place, tabs, carriage returns and all", () => {
  const text = "<policies>\r\n\t<inbound>\r\n\t\t<base all='1' />\r\n\t</inbound>\r\n</policies>";
  const [diagnostic] = errors(text);
  expect(diagnostic).toMatchObject({ line: 3, column: 9, element: "base", code: "attribute-unknown" });
  expect(text.slice(diagnostic?.span.start, diagnostic?.span.end)).toBe("all='1'");
  expect(diagnostic && showWithCaret(diagnostic, text)).toBe(
    "Error in element 'base' on line 3, column 9: The 'all' attribute is not declared.\n  | \t\t<base all='1' />\n  | \t\t      ^",
  );
});

test("where nobody can know what exists, nothing is missing", () => {
  const known = { namedValues: "any", backends: "any", fragments: "any", certificates: "any" } as const;
  const content =
    "<set-backend-service backend-id='x' /><include-fragment fragment-id='y' /><set-header name='{{z}}' />";
  expect(within(content, { known })).toEqual([]);
});

test("a hundred mistakes are enough for anybody", () => {
  expect(within("<quotas />".repeat(1_000))).toHaveLength(100);
});

test("what the gateway does not run is refused where a document is to be run, and only there", () => {
  const content = "<validate-azure-ad-token tenant-id='t' header-name='a' allow-proof-of-possession-tokens='true' />";
  expect(within(content)).toEqual([]);
  expect(within(content, { runs: true })).toEqual([
    "Error in element 'validate-azure-ad-token' on line 3, column 60: Proof of possession is not supported yet by this version.",
  ]);
});

test("a rewritten URL is made of the operation's own parameters", () => {
  const rewrite = (template: string, urlTemplate?: string) =>
    within(`<rewrite-uri template="${template}" />`, urlTemplate === undefined ? {} : { place: { urlTemplate } });
  const message =
    "Error in element 'rewrite-uri' on line 3, column 18: Only parameters specified in the original URL template can be used in the rewrite template";
  expect(rewrite("/items/{id}/{known}", "/orders/{id}?page={known}")).toEqual([]);
  expect(rewrite("/items/{id}/{other}", "/orders/{id}")).toEqual([message]);
  expect(rewrite("/items/{other}")).toEqual([]);
  expect(rewrite("/items/{{known}}", "/orders")).toEqual([]);
});

test("what a fragment holds is checked where it is included", () => {
  const texts: Record<string, string> = {
    cors: "<fragment><cors><allowed-origins><origin>*</origin></allowed-origins></cors></fragment>",
    nested:
      '<fragment><choose><when condition="@(true)"><validate-status-code unspecified-status-code-action="prevent" /></when></choose></fragment>',
  };
  const including = (id: string, more = "") =>
    within(`<include-fragment fragment-id="${id}" />${more}`, {
      known: { ...options().known, fragments: () => true },
      fragmentText: (name) => texts[name],
    }).map((problem) => problem.replace(/^Error in element '([a-z-]+)' on line \d+, column \d+: /, "$1: "));
  const cors = "<cors><allowed-origins><origin>*</origin></allowed-origins></cors>";
  expect(including("cors")).toEqual([]);
  expect(including("cors", cors)).toEqual(["cors: The policy 'cors' may be used only once in a section."]);
  expect(including("nested")).toEqual([
    "include-fragment: The fragment 'nested' holds 'validate-status-code', which is not allowed in this section.",
  ]);
  expect(including("unknown")).toEqual([]);
});

test("a resolver is one data source, and nothing that stands in sections", () => {
  const resolver = (text: string) => told(text, { kind: "resolver" });
  const request = "<http-request><set-method>GET</set-method><set-url>http://a</set-url></http-request>";
  expect(resolver(`<http-data-source>${request}</http-data-source>`)).toEqual([]);
  expect(resolver("<http-data-source />")).toEqual([
    "Error in element 'http-data-source' on line 1, column 2: The element 'http-data-source' has incomplete content. List of possible elements expected: 'http-request'.",
  ]);
  expect(resolver("<set-method>GET</set-method>")).toEqual([
    "Error in element 'set-method' on line 1, column 2: Policy is not allowed in the specified section.",
  ]);
  expect(within("<http-data-source />")[0]).toContain("Policy is not allowed in the specified section.");
});
