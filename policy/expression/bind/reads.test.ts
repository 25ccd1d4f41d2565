import { expect, it } from "vitest";
import { bindText } from "@/policy/expression/bind-text";
import { createTypeTable } from "@/policy/expression/types/type-table";
import { declareType } from "@/policy/library/declare";

const table = createTypeTable([
  declareType(`
    public interface IMessageBody { T As<T>(bool preserveContent = false); }
    public interface IRequest { IMessageBody Body { get; } string Method { get; } }
    public interface IResponse { IMessageBody Body { get; } int StatusCode { get; } }
    public interface IContext { IRequest Request { get; } IResponse Response { get; } object Stored { get; } }
  `),
  declareType("namespace System; public delegate TResult Func<in T, out TResult>(T arg);"),
]);

it.each([
  ["@(context.Request.Method)", ""],
  ["@(context.Request.Body.As<string>())", "request"],
  ["@(context.Response?.Body?.As<string>(true))", "response"],
  ["@(context.Response.StatusCode)", ""],
  ["@{ var request = context.Request; var body = request.Body; return body.As<string>(); }", "request"],
  ["@{ var c = context; return c.Response.Body.As<string>(); }", "response"],
  // Which of the two a body is of is not followed: what is mentioned counts.
  ["@(context.Request.Method + context.Response.Body.As<string>())", "request response"],
  ["@(((IResponse)context.Stored).Body.As<string>())", ""],
  ["@{ Func<bool, string> read = context.Request.Body.As<string>; return read(true); }", "request"],
])("%s reads %s", (text, expected) => {
  const { program, problems } = bindText(text, table);
  expect(problems).toEqual([]);
  const read = [program?.reads.requestBody ? "request" : "", program?.reads.responseBody ? "response" : ""];
  expect(read.filter((one) => one !== "").join(" ")).toBe(expected);
});
