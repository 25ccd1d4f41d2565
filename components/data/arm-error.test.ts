import { expect, test } from "vitest";
import { fieldPath, readArmError } from "./arm-error";

test("details become messages by field", () => {
  const body = {
    error: {
      code: "ValidationError",
      message: "One or more fields contain incorrect values:",
      details: [
        { code: "ValidationError", target: "pool.services[0].id", message: "does not exist" },
        { code: "ValidationError", target: null, message: "no field" },
      ],
    },
  };
  const error = readArmError(400, JSON.stringify(body), "r-1");
  expect([...error.fieldProblems]).toEqual([["pool.services.0.id", "does not exist"]]);
  expect(error).toMatchObject({ status: 400, code: "ValidationError", requestId: "r-1", isConflict: false });
});

test("an answer that is no ARM error still has a code", () => {
  expect(readArmError(502, "<html>", null)).toMatchObject({ status: 502, code: "Http502", message: "" });
});

test("targets are paths, however they are written", () => {
  expect(fieldPath("properties.a[1].b")).toBe("a.1.b");
  expect(fieldPath("properties/a/1")).toBe("a.1");
});
