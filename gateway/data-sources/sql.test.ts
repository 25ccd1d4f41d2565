import { afterEach, expect, test } from "vitest";
import { type FieldServer, serveFields } from "./testing/serve-fields";
import type { TdsCall } from "./testing/tds-request";
import { startTdsServer, type TdsAnswer, type TdsServer } from "./testing/tds-server";

let fields: FieldServer | null = null;
let server: TdsServer | null = null;
afterEach(async () => {
  expect(fields?.gateway.unexpected).toEqual([]);
  await server?.close();
  await fields?.gateway.close();
});

const schema = `
  type Family { id: Int, name: String, big: String, isOld: Boolean, born: String, photo: String }
  type Families { items: [Family] }
  input Where { flag: Boolean, text: String }
  type Query {
    family(id: Int, name: String, flag: Boolean, ratio: Float, where: Where): Family
    families(id: Int): Families
  }
  type Mutation { create(id: Int!, name: String!): Family }
`;
const families = (...rows: unknown[][]) => [
  {
    columns: [
      { name: "id", type: "int" },
      { name: "name", type: "nvarchar" },
    ] as const,
    rows,
  },
];
const at = (port: number, more = "") =>
  `Server=tcp:127.0.0.1,${port};Initial Catalog=shop;User ID=sa;Password='it''s; secret';Encrypt=false;${more}`;

async function serve(
  answer: (call: TdsCall) => TdsAnswer,
  request: string,
  { more = "", path = "Query/family", around = "", response = "", ...options } = {} as Partial<
    Record<"more" | "path" | "around" | "response", string>
  > &
    Parameters<typeof serveFields>[2],
): Promise<{ server: TdsServer; fields: FieldServer }> {
  server = await startTdsServer(answer);
  const info = `<connection-info><connection-string ${around}>${at(server.port, more)}</connection-string></connection-info>`;
  const policy = `<sql-data-source>${info}${request}${response}</sql-data-source>`;
  fields = await serveFields(schema, { [path]: policy }, options);
  return { server, fields };
}

test("several rows are items, and the statement gets its parameters as their .NET types say", async () => {
  const started = await serve(
    () => families([1, "Ada"], [2, null]),
    `<request><sql-statement>
      SELECT * FROM [Person] WHERE [FamilyId] = @familyId
    </sql-statement><parameters><parameter name="@familyId">
      @(context.GraphQL.Arguments["id"])
    </parameter></parameters></request>`,
    { path: "Query/families" },
  );
  expect(await started.fields.ask("{ families(id: 7) { items { id name } } }")).toEqual({
    data: {
      families: {
        items: [
          { id: 1, name: "Ada" },
          { id: 2, name: null },
        ],
      },
    },
  });
  expect(started.server.calls).toEqual([
    {
      statement: "SELECT * FROM [Person] WHERE [FamilyId] = @familyId",
      declaration: "@familyId bigint",
      values: { "@familyId": 7n },
    },
  ]);
  expect(started.server.logins).toEqual([
    { user: "sa", password: "it's; secret", database: "shop", application: "Gatehouse", token: "" },
  ]);
});

test("of several statements the last result counts, and a single result is one object or null", async () => {
  let rows: unknown[][] = [[5, "Eve"]];
  const started = await serve(
    () => [...families([1, "before"]), ...families(...rows)],
    `<request single-result="true"><sql-statement>INSERT INTO [Family] VALUES (@id, @name)
       SELECT f.[Id] AS [id] FROM [Family] f</sql-statement><parameters>
       <parameter name="@id" sql-type="int">@(context.GraphQL.Arguments["id"])</parameter>
       <parameter name="@name" sql-type="nvarchar(20)">@(context.GraphQL.Arguments["name"])</parameter></parameters></request><response />`,
    { path: "Mutation/create" },
  );
  const mutation = 'mutation { create(id: 5, name: "Eve") { id name } }';
  expect(await started.fields.ask(mutation)).toEqual({ data: { create: { id: 5, name: "Eve" } } });
  expect(started.server.calls[0]).toMatchObject({
    declaration: "@id int, @name nvarchar(20)",
    values: { "@id": 5, "@name": "Eve" },
  });
  rows = [];
  expect(await started.fields.ask(mutation)).toEqual({ data: { create: null } });
});

test("values of every kind arrive as they are, typed by what is written or by what the expression came to", async () => {
  const parameter = (name: string, value: string, type = "") =>
    `<parameter name="${name}" ${type === "" ? "" : `sql-type="${type}"`}>${value}</parameter>`;
  const started = await serve(
    () => families(),
    `<request single-result="@(true)"><sql-statement>SELECT 1</sql-statement><parameters>
      ${parameter("@a", "@(1)")}${parameter("@b", "@(5000000000L)")}${parameter("@c", "@(1.50m)")}${parameter("@d", "@(2.5)")}
      ${parameter("@e", "@(true)")}${parameter("@f", "@(new Guid(&quot;0f8fad5b-d9cb-469f-a165-70867728950e&quot;))")}
      ${parameter("@g", "@(context.GraphQL.Arguments[&quot;where&quot;])")}${parameter("@h", "@((string)null)")}
      ${parameter("@i", " plain ")}${parameter("@j", "12.5", "decimal(10, 2)")}${parameter("@k", "0xFFee", "varbinary(8)")}
      ${parameter("@l", "12345678901234567890.5", "decimal(38, 1)")}${parameter("@m", "1", "BIT")}
      ${parameter("@o", "é!", "varchar(2)")}${parameter("@n", "@(new DateTime(2024, 2, 29, 10, 20, 30))")}</parameters></request>`,
  );
  expect(await started.fields.ask('{ family(where: { flag: true, text: "ü" }) { id } }')).toEqual({
    data: { family: null },
  });
  expect(started.server.calls[0]?.declaration).toBe(
    "@a int, @b bigint, @c decimal(3, 2), @d float, @e bit, @f uniqueidentifier, @g nvarchar(24), @h nvarchar(1), " +
      "@i nvarchar(5), @j decimal(10, 2), @k varbinary(8), @l nvarchar(22), @m bit, @o varchar(2), @n datetime2(7)",
  );
  expect(started.server.calls[0]?.values).toMatchObject({
    "@a": 1,
    "@b": 5_000_000_000n,
    "@c": "1.50",
    "@d": 2.5,
    "@e": true,
    "@f": "5bad8f0fcbd99f46a16570867728950e",
    "@g": '{"flag":true,"text":"ü"}',
    "@h": null,
    "@i": "plain",
    "@j": "12.50",
    "@k": "ffee",
    "@l": "12345678901234567890.5",
    "@m": true,
    "@o": "é!",
  });
});

test("columns come as JSON has them: large numbers as texts, dates without a zone, bytes in base64", async () => {
  const columns = [
    { name: "id", type: "bigint" },
    { name: "big", type: "bigint" },
    { name: "isOld", type: "bit" },
    { name: "born", type: "datetime2" },
    { name: "photo", type: "varbinary" },
    { name: "__proto__", type: "int" },
  ] as const;
  const row = [7n, 9_007_199_254_740_993n, true, "2024-02-29T10:20:30.1234567", Buffer.from("hi"), 1];
  const started = await serve(
    () => [{ columns, rows: [row] }],
    '<request single-result="true"><sql-statement>SELECT 1</sql-statement></request>',
  );
  expect(await started.fields.ask("{ family { id big isOld born photo name } }")).toEqual({
    data: {
      family: {
        id: 7,
        big: "9007199254740993",
        isOld: true,
        born: "2024-02-29T10:20:30.1234567",
        photo: "aGk=",
        name: null,
      },
    },
  });
});

test("the response part makes something else of it, and the request's body brings parameters", async () => {
  const started = await serve(
    () => families([1, "Ada"], [2, "Eve"]),
    `<request><set-body template="liquid">{"id": {{ body.arguments.id }}}</set-body><sql-statement>SELECT @id</sql-statement></request>`,
    {
      response:
        '<response><set-body template="liquid">{"id": 1, "name": "{{ body.items[1].name }}"}</set-body></response>',
    },
  );
  expect(await started.fields.ask("{ family(id: 9) { name } }")).toEqual({ data: { family: { name: "Eve" } } });
  expect(started.server.calls[0]?.values).toEqual({ "@id": 9n });
});

test("with a managed identity it is a token that logs in", async () => {
  const asked: unknown[] = [];
  const managedIdentity = {
    token: async (resource: string, clientId: string | null) => {
      asked.push([resource, clientId]);
      return "token-of-the-gateway";
    },
  };
  const started = await serve(
    () => families([1, "Ada"]),
    '<request single-result="true"><sql-statement>SELECT 1</sql-statement></request>',
    { around: 'use-managed-identity="@(true)" client-id="c1"', managedIdentity },
  );
  expect(await started.fields.ask("{ family { name } }")).toEqual({ data: { family: { name: "Ada" } } });
  expect(asked).toEqual([["https://database.windows.net/", "c1"]]);
  expect(started.server.logins).toMatchObject([{ user: "", password: "", token: "token-of-the-gateway" }]);
});

const plain = '<request single-result="true"><sql-statement>SELECT 1</sql-statement></request>';

test("connections are used again after they were reset, and never more than the pool allows", async () => {
  const started = await serve(() => families([1, "Ada"]), plain, { more: "Max Pool Size=2" });
  const all = "{ a: family { id } b: family { id } c: family { id } d: family { id } e: family { id } }";
  expect(Object.keys((await started.fields.ask(all)).data as object)).toHaveLength(5);
  expect([started.server.logins.length, started.server.calls.length, started.server.resets]).toEqual([2, 5, 3]);
  // One that the server has ended is replaced.
  const before = started.server.port;
  await started.fields.ask("{ family { id } }");
  expect([before, started.server.logins.length]).toEqual([started.server.port, 2]);
});

test("an error of the statement costs no connection, and one that breaks off is replaced", async () => {
  const answers: TdsAnswer[] = [{ error: "secret words of the server" }, families([1, "a"]), "end", families([2, "b"])];
  const started = await serve(() => answers.shift() ?? [], plain);
  const { ask } = started.fields;
  const failed = await ask("{ family { id } }");
  expect(failed).toMatchObject({
    data: { family: null },
    errors: [{ message: "The data source could not be asked." }],
  });
  expect(JSON.stringify(failed)).not.toContain("secret words");
  expect(await ask("{ family { id } }")).toEqual({ data: { family: { id: 1 } } });
  expect(started.server.logins).toHaveLength(1);
  expect((await ask("{ family { id } }")).errors).toHaveLength(1);
  expect(await ask("{ family { id } }")).toEqual({ data: { family: { id: 2 } } });
  expect(started.server.logins).toHaveLength(2);
});

test("a statement that takes too long is an error that says so", async () => {
  const started = await serve(() => "silence", plain, { more: "Command Timeout=1" });
  expect(await started.fields.ask("{ family { id } }")).toMatchObject({
    errors: [{ message: "The data source did not answer in time." }],
  });
});

test("a login that is refused, and a server that may not be connected to, are errors without a secret", async () => {
  const refused = await serve(() => families(), plain, { more: "Pwd=wrong" });
  const answer = await refused.fields.ask("{ family { id } }");
  expect(answer.errors).toMatchObject([{ message: "The data source could not be asked." }]);
  await refused.server.close();
  await refused.fields.gateway.close();
  const closed = await serve(() => families(), plain, { egress: [] });
  expect((await closed.fields.ask("{ family { id } }")).errors).toHaveLength(1);
  expect(closed.server.open).toBe(0);
  expect(closed.server.logins).toEqual([]);
});
