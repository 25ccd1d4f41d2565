import type { Type } from "@/policy/expression/types/type";
import type { TypeTable } from "@/policy/expression/types/type-table";

/** C# source of a type, with type parameters replaced. */
export function typeSource(type: Type, arguments_: ReadonlyMap<Type, string>): string {
  if (type.kind === "parameter") return arguments_.get(type) ?? "string";
  if (type.kind === "array") return `${typeSource(type.element, arguments_)}[]`;
  if (type.kind !== "named") return type.display;
  const { definition } = type;
  const name =
    definition.container === null ? definition.fullName : `${definition.container.fullName}.${definition.name}`;
  if (definition.fullName === "System.Nullable" && type.arguments.length === 1)
    return `${typeSource(type.arguments[0] as Type, arguments_)}?`;
  if (type.arguments.length === 0) return definition.keyword ?? name;
  return `${name}<${type.arguments.map((one) => typeSource(one, arguments_)).join(", ")}>`;
}

/** Sources of values of a type, the tamest first; by the type's source text. */
const byName: Readonly<Record<string, readonly string[]>> = {
  string: [
    '"abc"',
    '""',
    '"\\0"',
    '"12"',
    '"-1"',
    '"2020-02-29T01:02:03Z"',
    '"{0,1000000000}"',
    '"D999999999"',
    '"__proto__"',
    '"$&$1$`"',
    '"(a+)+$"',
    '"$..*"',
    "\"<a b='1'><c/></a>\"",
    '"{\\"a\\":[1,{\\"b\\":null}]}"',
    '"[[[[1]]]]"',
    '"\\ud800"',
    '"1e400"',
    '"79228162514264337593543950336"',
    "new string('[', 100000)",
    "new string('a', 300000)",
    '"http://h:99999/%zz?a=b#c"',
    '"AAAA"',
    '"q%\\\\\'"',
    '"yyyyyyyyyyyyyyyyMMMMMMMddddddddffffffffffzzzzzz"',
  ],
  object: [
    "(object)1",
    '(object)"x"',
    "(object)'c'",
    "(object)1.5",
    "(object)2.5m",
    "(object)long.MinValue",
    "(object)true",
    "new object()",
    "new List<object> { 1, null }",
    "new byte[3]",
    "new object[] { null, 1 }",
    "new JObject()",
    "(object)new { a = 1, b = (object)null }",
    "(object)DayOfWeek.Friday",
    "(object)DateTime.MaxValue",
    "(object)Guid.Empty",
    "(object)new Func<int, int>(x => x)",
    "Enumerable.Range(0, int.MaxValue)",
    "XElement.Parse(\"<a b='1'>t</a>\")",
    'new Dictionary<string, double> { { "a", 1 } }',
    "new Exception(null)",
    "(object)default(KeyValuePair<string, double>)",
  ],
  bool: ["true", "false"],
  char: ["'a'", "'\\0'", "'\\uffff'", "'\\ud800'", "' '"],
  sbyte: ["(sbyte)1", "sbyte.MinValue", "sbyte.MaxValue"],
  byte: ["(byte)1", "byte.MinValue", "byte.MaxValue"],
  short: ["(short)1", "short.MinValue", "short.MaxValue"],
  ushort: ["(ushort)1", "ushort.MinValue", "ushort.MaxValue"],
  int: ["1", "0", "-1", "int.MinValue", "int.MaxValue", "2", "36", "1000000"],
  uint: ["1u", "0u", "uint.MaxValue"],
  long: ["1L", "0L", "-1L", "long.MinValue", "long.MaxValue"],
  ulong: ["1UL", "0UL", "ulong.MaxValue"],
  float: ["1.5f", "0f", "-1f", "float.NaN", "float.MaxValue", "float.NegativeInfinity", "float.Epsilon"],
  double: [
    "1.5",
    "0.0",
    "-0.0",
    "-1.0",
    "double.NaN",
    "double.MaxValue",
    "double.PositiveInfinity",
    "double.NegativeInfinity",
    "double.Epsilon",
    "1e300",
  ],
  decimal: ["1.5m", "0m", "-1m", "decimal.MaxValue", "decimal.MinValue", "0.0000000000000000000000000001m"],
  "System.DateTime": ["new DateTime(2020, 2, 29)", "DateTime.MinValue", "DateTime.MaxValue", "DateTime.UtcNow"],
  "System.DateTimeOffset": ["DateTimeOffset.UnixEpoch", "DateTimeOffset.MinValue", "DateTimeOffset.MaxValue"],
  "System.TimeSpan": ["TimeSpan.FromSeconds(1.5)", "TimeSpan.MinValue", "TimeSpan.MaxValue", "TimeSpan.Zero"],
  "System.Guid": ["Guid.Empty", 'new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")'],
  "System.IFormatProvider": ["CultureInfo.InvariantCulture"],
  "System.Globalization.CultureInfo": ["CultureInfo.InvariantCulture"],
  "System.Text.Encoding": ["Encoding.UTF8", "Encoding.Unicode", "Encoding.ASCII", "Encoding.UTF32"],
  "System.Text.StringBuilder": ['new StringBuilder("abc")', "new StringBuilder()"],
  "System.Exception": ['new Exception("x")', "new ArgumentNullException()", 'new Exception(null, new Exception(""))'],
  "System.Uri": [
    'new Uri("https://a.b:81/c/d?e=f#g")',
    'new Uri("x/y", UriKind.RelativeOrAbsolute)',
    'new Uri("mailto:a@b")',
  ],
  "System.Array": ["(Array)new int[] { 3, 1, 2 }", "(Array)new byte[4]", "(Array)new string[2]"],
  "System.Collections.IEnumerable": [
    "(System.Collections.IEnumerable)new[] { 1, 2 }",
    '(System.Collections.IEnumerable)"ab"',
  ],
  "System.Security.Cryptography.HashAlgorithmName": ["HashAlgorithmName.SHA256", "default(HashAlgorithmName)"],
  "System.TimeZoneInfo": ["TimeZoneInfo.Utc", 'TimeZoneInfo.FindSystemTimeZoneById("W. Europe Standard Time")'],
  "System.StringComparer": ["StringComparer.Ordinal", "StringComparer.OrdinalIgnoreCase"],
  "System.Random": ["new Random(7)"],
  "System.Net.IPAddress": ['IPAddress.Parse("1.2.3.4")', "IPAddress.IPv6Any"],
  "System.IO.StringReader": ['new System.IO.StringReader("a\\nb")'],
  "System.IO.StringWriter": ["new System.IO.StringWriter()"],
  "System.Security.Cryptography.HashAlgorithm": ["SHA256.Create()", "(HashAlgorithm)new HMACSHA256(new byte[1])"],
  "System.Security.Cryptography.SymmetricAlgorithm": ["Aes.Create()"],
  "System.Security.Cryptography.AsymmetricAlgorithm": ["(AsymmetricAlgorithm)RSA.Create()"],
  "System.Security.Cryptography.KeyedHashAlgorithm": ["(KeyedHashAlgorithm)new HMACSHA256(new byte[1])"],
  "System.Security.Cryptography.RSA": ["RSA.Create()"],
  "System.Security.Cryptography.HMAC": ["(HMAC)new HMACSHA1()"],
  "System.Security.Cryptography.X509Certificates.X509Certificate2": [
    "(System.Security.Cryptography.X509Certificates.X509Certificate2)null",
  ],
  "Newtonsoft.Json.Linq.JToken": [
    "(JToken)1",
    '(JToken)JObject.Parse("{\\"a\\":{\\"b\\":[1,2]},\\"c\\":null}")',
    "(JToken)new JArray(1, null, 2.5)",
    "(JToken)(string)null",
    '(JToken)new JProperty("p", 1)',
    "(JToken)JValue.CreateNull()",
    "(JToken)DateTime.MaxValue",
    "(JToken)new byte[2]",
    "(JToken)double.NaN",
  ],
  "Newtonsoft.Json.Linq.JObject": ['JObject.Parse("{\\"a\\":{\\"b\\":[1,2]},\\"c\\":null}")', "new JObject()"],
  "Newtonsoft.Json.Linq.JArray": ["new JArray(1, null, 2.5)", "new JArray()"],
  "Newtonsoft.Json.Linq.JContainer": [
    '(JContainer)JObject.Parse("{\\"a\\":1}")',
    "(JContainer)new JArray(1)",
    '(JContainer)new JProperty("p", 1)',
  ],
  "Newtonsoft.Json.Linq.JProperty": ['new JProperty("p", 1)'],
  "Newtonsoft.Json.Linq.JValue": ["new JValue(1)", "JValue.CreateNull()", 'new JValue("x")', "new JValue(1.5)"],
  "Newtonsoft.Json.JsonMergeSettings": ["new JsonMergeSettings()"],
  "System.Xml.Linq.XName": ['XName.Get("a")', 'XName.Get("x", "urn:y")'],
  "System.Xml.Linq.XNamespace": ['XNamespace.Get("urn:y")', "XNamespace.None", "XNamespace.Xmlns"],
  "System.Xml.Linq.XElement": ["XElement.Parse(\"<a b='1'><c>t</c><c/><!-- x --></a>\")", 'new XElement("e")'],
  "System.Xml.Linq.XContainer": [
    "(XContainer)XElement.Parse(\"<a b='1'><c>t</c></a>\")",
    "(XContainer)new XDocument()",
  ],
  "System.Xml.Linq.XNode": [
    '(XNode)new XText("t")',
    "(XNode)XElement.Parse(\"<a b='1'><c>t</c></a>\").FirstNode",
    '(XNode)new XComment("c")',
  ],
  "System.Xml.Linq.XObject": ['(XObject)new XAttribute("q", 1)', '(XObject)new XElement("e")'],
  "System.Xml.Linq.XAttribute": ['new XAttribute("q", 1)', "XElement.Parse(\"<a b='1' c='x'/>\").FirstAttribute"],
  "System.Xml.Linq.XDocument": ['XDocument.Parse("<a><b/></a>")', "new XDocument()"],
  "System.Xml.Linq.XDeclaration": ['new XDeclaration("1.0", "utf-8", null)'],
  "System.Xml.Linq.XDocumentType": ['new XDocumentType("a", null, null, null)'],
  "System.Xml.XmlDocument": ["new XmlDocument()"],
  "System.Xml.XmlReader": ['XElement.Parse("<a><b/></a>").FirstNode.CreateReader()'],
  IContext: ["context"],
  IRequest: ["context.Request"],
  IResponse: ["context.Response"],
  IMessageBody: ["context.Request.Body", "context.Response.Body"],
  IUrl: ["context.Request.Url"],
  IUser: ["context.User"],
  IApi: ["context.Api"],
  IContextApi: ["context.Api"],
  IOperation: ["context.Operation"],
  IProduct: ["context.Product"],
  ISubscription: ["context.Subscription"],
  IDeployment: ["context.Deployment"],
  ILastError: ["context.LastError"],
  Jwt: ['context.Request.Headers.GetValueOrDefault("Authorization", "").AsJwt()'],
  BasicAuthCredentials: ['context.Request.Headers.GetValueOrDefault("X-Basic", "").AsBasic()'],
};

/** The sources of a type's values: null and default(T) are always among them. */
export function valueSources(table: TypeTable, type: Type, arguments_: ReadonlyMap<Type, string>): readonly string[] {
  const source = typeSource(type, arguments_);
  const known = byName[source];
  const nothing = `default(${source})`;
  if (known !== undefined) return [...known, nothing];
  if (type.kind === "array") {
    const [first = nothing, second = first] = valueSources(table, type.element, arguments_);
    return [
      `new ${source} { ${first}, ${second} }`,
      `new ${source.replace("[]", "[0]")}`,
      `new ${source} { ${nothing.replace("[]", "")} }`,
      nothing,
    ];
  }
  if (type.kind !== "named") return [nothing];
  const { definition } = type;
  if (definition.kind === "enum") {
    const members = definition.fields.slice(0, 2).map((field) => `${source}.${field.name}`);
    return [...members, `(${source})(-1)`, `(${source})77`];
  }
  if (definition.fullName === "System.Nullable" && type.arguments.length === 1)
    return [...valueSources(table, type.arguments[0] as Type, arguments_), nothing];
  if (definition.kind === "delegate") {
    const { invoke } = definition;
    const names = (invoke?.parameters ?? []).map((_, at) => `p${at}`).join(", ");
    const result = type.arguments.at(-1);
    const returned =
      definition.name === "Func" || definition.name === "Converter" ? (result as Type) : invoke?.returnType;
    const values =
      returned === undefined || returned.display === "void" ? null : valueSources(table, returned, arguments_);
    const fails = `(${source})((${names}) => throw new Exception("thrown"))`;
    if (values === null) return [`(${source})((${names}) => { })`, fails, nothing];
    const firsts = [values[0], values.at(-1)].map((value) => `(${source})((${names}) => ${value})`);
    return [...firsts, fails, nothing];
  }
  const element = type.arguments[0];
  if (element !== undefined) return [...collectionSources(table, type, element, source, arguments_), nothing];
  return [nothing];
}

function collectionSources(
  table: TypeTable,
  type: Extract<Type, { kind: "named" }>,
  element: Type,
  source: string,
  arguments_: ReadonlyMap<Type, string>,
): readonly string[] {
  const item = typeSource(element, arguments_);
  const [first, second = first] = valueSources(table, element, arguments_);
  const second_ = type.arguments[1];
  const two = second_ === undefined ? "" : typeSource(second_, arguments_);
  const value = second_ === undefined ? "" : valueSources(table, second_, arguments_)[0];
  const list = `new List<${item}> { ${first}, ${second} }`;
  switch (type.definition.name) {
    case "IEnumerable":
    case "IReadOnlyCollection":
    case "IReadOnlyList":
    case "IList":
    case "ICollection":
      return [
        `(${source})${list}`,
        `(${source})new ${item}[0]`.replace("[][0]", "[0][]"),
        ...(type.definition.name === "IEnumerable" ? [`Enumerable.Repeat(${first}, int.MaxValue)`] : []),
        `(${source})new List<${item}> { default(${item}) }`,
      ];
    case "List":
      return [list, `new List<${item}>()`];
    case "HashSet":
    case "ISet":
      return [`new HashSet<${item}> { ${first} }`, `new HashSet<${item}>()`];
    case "Queue":
    case "Stack":
      return [`new ${type.definition.name}<${item}>(${list})`, `new ${type.definition.name}<${item}>()`];
    case "Dictionary":
    case "IDictionary":
    case "IReadOnlyDictionary":
      return [`new Dictionary<${item}, ${two}> { { ${first}, ${value} } }`, `new Dictionary<${item}, ${two}>()`].map(
        (made) => (type.definition.name === "Dictionary" ? made : `(${source})${made}`),
      );
    case "KeyValuePair":
      return [`new KeyValuePair<${item}, ${two}>(${first}, ${value})`];
    case "IOrderedEnumerable":
      return [`(${list}).OrderBy(x => x)`, `Enumerable.Repeat(${first}, int.MaxValue).OrderBy(x => x)`];
    case "ILookup":
      return [`new List<${two}> { ${value} }.ToLookup(x => ${first})`];
    case "IGrouping":
      return [`new List<${two}> { ${value} }.GroupBy(x => ${first}).First()`];
    case "IEqualityComparer":
    case "EqualityComparer":
      return [`EqualityComparer<${item}>.Default`];
    case "IComparer":
    case "Comparer":
      return [`Comparer<${item}>.Default`];
    case "Comparison":
      return [];
    case "IEnumerator":
      return [`${list}.GetEnumerator()`];
    case "IJEnumerable":
    case "JEnumerable":
      return [`(${source})new JArray(1).AsJEnumerable()`];
    case "Tuple": {
      const types = type.arguments.map((one) => typeSource(one, arguments_)).join(", ");
      return [
        `new Tuple<${types}>(${type.arguments.map((one) => valueSources(table, one, arguments_)[0]).join(", ")})`,
      ];
    }
    case "IComparable":
    case "IEquatable":
      return [`(${source})${first}`];
    default:
      return [];
  }
}
