import { expect, test } from "vitest";
import { checkOdataRequest } from "./check-odata-request";
import type { OdataModel } from "./odata-model";
import { readOdataModel } from "./read-odata-model";

const metadata = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
 <Schema Namespace="Shop.Model" Alias="Self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="Thing" Abstract="true"><Property Name="Name" Type="Edm.String" /></EntityType>
  <EntityType Name="Product" BaseType="Self.Thing"><Key><PropertyRef Name="Id" /></Key>
   <Property Name="Id" Type="Edm.Int32" /><Property Name="Price" Type="Edm.Decimal" />
   <Property Name="Size" Type="Self.Size" /><Property Name="Tags" Type="Collection(Edm.String)" />
   <NavigationProperty Name="Category" Type="Self.Category" />
   <NavigationProperty Name="Related" Type="Collection(Shop.Model.Product)" /></EntityType>
  <ComplexType Name="Size"><Property Name="Width" Type="Edm.Int32" /></ComplexType>
  <EntityType Name="Category" OpenType="true"><Property Name="Id" Type="Edm.Guid" /></EntityType>
  <Function Name="Best" IsBound="true"><Parameter Name="p" Type="Collection(Self.Product)" /></Function>
  <EntityContainer Name="C">
   <EntitySet Name="Products" EntityType="Self.Product" /><EntitySet Name="Categories" EntityType="Shop.Model.Category" />
   <Singleton Name="Main" Type="Self.Category" /><FunctionImport Name="Newest" Function="Self.Newest" EntitySet="Products" />
  </EntityContainer>
 </Schema></edmx:DataServices></edmx:Edmx>`;

const problems = (url: string, model: OdataModel | null = null, version = 4, method = "GET"): string[] => {
  const [path = "", query] = url.split("?", 2);
  const given = { method, path, query: query === undefined ? "" : `?${query}`, version };
  return checkOdataRequest(given, model).map(({ where, message }) => `${where}: ${message}`);
};

test.each([
  "/",
  "/$metadata",
  "/Products",
  "/Products(7)",
  "/Products('a%2Fb''c')/Name/$value",
  "/Orders(Id=7,Line='a')/Lines/$count",
  "/Products(dd89d3e6-c6c7-4c4f-9d4f-1a2b3c4d5e6f)",
  '/Products/Shop.Model.Best(limit=@l)?@l=3&@m=[1,{"a":2}]',
  "/Products?$filter=Price gt 10.5 and (contains(Name,'it''s') or not startswith(Name,'x'))",
  "/Products?%24filter=Price%20add%201%20mul%202%20le%20-3e4",
  "/Products?$filter=Tags/any(t:t eq 'a' and t ne null)&$count=true&$top=0&$skip=10",
  "/Products?$filter=Related/all(p:p/Price lt 5)&$orderby=Price desc,Name",
  "/Products?$filter=Color has Shop.Color'Red' or Created ge 2024-01-31T10:00:00Z or At lt 10:30:00",
  "/Products?$filter=geo.distance(Place,geography'POINT(1 2)') lt 3 and isof(Shop.Model.Product)",
  "/Products?$select=Id,Size/Width,*&$expand=Category($select=Id;$expand=Parent($levels=max)),Related/$count",
  '/Products?$search="red car" AND (blue OR NOT green) house',
  "/Products?$apply=groupby((Name),aggregate(Price with sum as Total))",
  "/Products?$format=application/json;odata.metadata=full&custom=$anything(&$skiptoken=%27%27(((",
  "/Products?$filter=duration'P1D' eq Length and $it/Price gt $root/Products(1)/Price".replace(
    "$root/Products(1)/Price",
    "1",
  ),
])("4.0: %s", (url) => {
  expect(problems(url)).toEqual([]);
});

test.each([
  ["/Products?$filter=", "$filter: It has no value."],
  ["/Products?$filter=Price gt", "$filter: A value is expected."],
  ["/Products?$filter=Price gt 1)", "$filter: ')' is not expected."],
  ["/Products?$filter=(Price gt 1", "$filter: ')' is expected instead of its end."],
  ["/Products?$filter=Price = 1", "$filter: '=' is not expected."],
  ["/Products?$filter=1 eq 1;drop", "$filter: ';' is not expected."],
  ["/Products?$filter=Name eq 'open", "$filter: There is no sense in it from character 9 on."],
  ["/Products?$filter=substringof('a',Name)", "$filter: There is no function 'substringof'."],
  ["/Products?$filter=contains(Name)", "$filter: 'contains' takes 2 arguments, not 1."],
  ["/Products?$filter=Name in ('a','b')", "$filter: 'in' is of OData 4.01."],
  ["/Products?$filter=1 eq 1&$filter=2 eq 2", "$filter: It stands there more than once."],
  ["/Products?$filter=%zz", "query: It is not well encoded."],
  ["/Products?$nope=1", "$nope: There is no such query option."],
  ["/Products?$Filter=1 eq 1", "$Filter: There is no such query option."],
  ["/Products?$levels=1", "$levels: There is no such query option."],
  ["/Products?$top=-1", "$top: It is not a whole number from 0 on."],
  ["/Products?$top=1.5", "$top: It is not a whole number from 0 on."],
  ["/Products?$count=yes", "$count: It is neither 'true' nor 'false'."],
  ["/Products?$orderby=Price up", "$orderby: 'up' is not expected."],
  ["/Products?$select=Id,", "$select: A name is expected instead of its end."],
  ["/Products?$expand=Category($nope=1)", "$expand: '$nope' is no option of what is expanded."],
  ["/Products?$expand=A($top=1;$top=2)", "$expand: '$top' stands there more than once."],
  ["/Products?$expand=A($levels=0)", "$expand: It is neither 'max' nor a number from 1 on."],
  ["/Products?$search=AND", "$search: A word or a phrase is expected."],
  ["/Products?$apply=groupby((Name)", "$apply: Its parentheses do not match."],
  ["/Products?$format=j son", "$format: It is neither a format's name nor a media type."],
  ["/Products?@a=[1,", "@a: It is not JSON."],
  ["/Products(7", "path: ')' is expected instead of its end."],
  ["/Products(7)x", "path: 'x' is not expected."],
  ["/Products/$nope", "path: There is no segment '$nope'."],
  ["/Products/$count/Name", "path: 'Name' stands behind the end."],
  ["/$metadata/Products", "path: Nothing can stand behind '$metadata'."],
  ["/Products%zz", "path: It is not well encoded."],
  ["/..%2F..", "path: There is no sense in it from character 1 on."],
])("4.0: %s", (url, problem) => {
  expect(problems(url)).toEqual([problem]);
});

test("what 4.01 adds", () => {
  const url = "/Products/7?FILTER=Name in ('a','b') and Price divby 2 gt 1&top=1&compute=Price mul 2 as Twice";
  expect(problems(url, null, 4.01)).toEqual([]);
  expect(problems(url, null, 4)).toEqual(["path: '7' is not expected."]);
  expect(problems("/Products?$compute=Price as P")).toEqual(["$compute: It is of OData 4.01."]);
});

test("what the service declares is there, and nothing else", async () => {
  const model = await readOdataModel(metadata);
  for (const url of [
    "/Products(1)/Category/Anything?$select=more",
    "/Products?$filter=Name eq 'a' and Size/Width gt 1 and Category/Undeclared eq 1",
    "/Products?$filter=Related/any(r:r/Price gt 1 and r/Category/Id ne null) and length(Name) gt 1",
    "/Products/Self.Best()?$select=anything",
    "/Main?$select=Id",
    "/Newest?$select=Price",
    "/Products/Shop.Model.Product?$expand=Related($expand=Category;$select=Id)",
  ]) {
    expect(problems(url, model), url).toEqual([]);
  }
  for (const [url, problem] of [
    ["/Nothing", "path: There is no 'Nothing' in the service."],
    ["/Products(1)/Nope", "path: 'Shop.Model.Product' has no property 'Nope'."],
    ["/Products/Other.Func()", "path: 'Other.Func()' is not expected."],
    ["/Products?$filter=Nope eq 1", "$filter: 'Shop.Model.Product' has no property 'Nope'."],
    ["/Products?$filter=Size/Height eq 1", "$filter: 'Shop.Model.Size' has no property 'Height'."],
    ["/Products?$filter=Name/Length eq 1", "$filter: 'Edm.String' has no property 'Length'."],
    ["/Products?$filter=Related/any(r:r/Nope gt 1)", "$filter: 'Shop.Model.Product' has no property 'Nope'."],
    ["/Products?$select=Nope", "$select: 'Shop.Model.Product' has no property 'Nope'."],
    ["/Products?$expand=Related($select=Nope)", "$expand: 'Shop.Model.Product' has no property 'Nope'."],
    ["/Newest?$orderby=Nope", "$orderby: 'Shop.Model.Product' has no property 'Nope'."],
    ["/Products?$filter=constructor eq 1", "$filter: 'Shop.Model.Product' has no property 'constructor'."],
  ] as const) {
    expect(problems(url, model), url).toEqual([problem]);
  }
});

test("hostile requests end", () => {
  const many = 50_000;
  for (const filter of [
    "(".repeat(many),
    "not ".repeat(many),
    "-".repeat(many),
    "a/".repeat(many),
    `${"'".repeat(many)}x`,
  ]) {
    expect(problems(`/P?$filter=${filter}`)).toHaveLength(1);
  }
  expect(problems(`/P?$search=${"NOT (".repeat(many)}`)).toHaveLength(1);
  expect(problems(`/P?$expand=${"A($expand=".repeat(1_000)}`)).toHaveLength(1);
  expect(problems(`/P?@a=${"[".repeat(many)}`)).toEqual(["@a: It is nested too deeply."]);
  expect(problems("/P".repeat(many))).toEqual(["path: It has more than 64 segments."]);
});

test("a document type in the metadata is refused", async () => {
  await expect(readOdataModel(`<!DOCTYPE a>${metadata.slice(39)}`)).rejects.toThrow("document type");
  await expect(readOdataModel("<a/>")).rejects.toThrow("declares no types");
});
