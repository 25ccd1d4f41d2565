import { expect, test } from "vitest";
import { isLastOwner, type Person, rolesUpTo, stateOfPerson } from "./person";

const person = (id: string, fields: Partial<Person> = {}): Person => ({
  id,
  email: `${id}@example.test`,
  name: id,
  role: "owner",
  roleFrom: "here",
  disabled: false,
  signIn: "password",
  createdAt: "2030-01-01T00:00:00Z",
  signedInAt: null,
  ...fields,
});

test("the last owner is the one without whom nobody could administer", () => {
  const ada = person("ada");
  expect(isLastOwner(ada, [ada])).toBe(true);
  expect(isLastOwner(ada, [ada, person("bob")])).toBe(false);
  expect(isLastOwner(ada, [ada, person("bob", { signIn: "openIdConnect" })])).toBe(false);
  expect(isLastOwner(ada, [ada, person("bob", { role: "editor" })])).toBe(true);
});

test("owners who are disabled, or were only invited, do not count", () => {
  const ada = person("ada");
  const invited = person("ines", { signIn: "invited" });
  const disabled = person("dan", { disabled: true });
  expect(isLastOwner(ada, [ada, invited, disabled])).toBe(true);
  expect(isLastOwner(invited, [ada, invited])).toBe(false);
  expect(isLastOwner(disabled, [ada, disabled])).toBe(false);
});

test("a state is told by what keeps somebody out first", () => {
  expect(stateOfPerson(person("a"))).toBe("active");
  expect(stateOfPerson(person("a", { signIn: "invited" }))).toBe("invited");
  expect(stateOfPerson(person("a", { signIn: "invited", disabled: true }))).toBe("disabled");
});

test("nobody hands out more than their own role", () => {
  expect(rolesUpTo("owner")).toEqual(["owner", "editor", "reader"]);
  expect(rolesUpTo("editor")).toEqual(["editor", "reader"]);
  expect(rolesUpTo("reader")).toEqual(["reader"]);
});
