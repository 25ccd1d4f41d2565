import { expect, test } from "vitest";
import { localiserOf } from "./localiser";

const english = {
  "attribute-missing": ["The required attribute '{0}' is missing."],
  "attribute-invalid": [
    "The '{0}' attribute is invalid - The value '{1}' is invalid according to its datatype '{2}' - {3}",
  ],
  values: ["It must be between {0} and {1}.", "It is not a number."],
  place: ["Error in element '{0}' on line {1}, column {2}: {3}"],
  CS1: ["'{0}' is '{0}'; use {1}"],
};
const german = {
  "attribute-missing": ["Das Attribut '{0}' fehlt."],
  "attribute-invalid": ["Das Attribut '{0}' hat einen falschen Wert '{1}' ({2}): {3}"],
  values: ["Erlaubt ist {0} bis {1}.", "Das ist keine Zahl."],
  place: ["Fehler in '{0}', Zeile {1}, Spalte {2}: {3}"],
  CS1: ["{1} statt '{0}'"],
};
const say = localiserOf(english, german);

test("a message is said with what stands in its gaps", () => {
  expect(say("The required attribute 'name' is missing.", "attribute-missing")).toBe("Das Attribut 'name' fehlt.");
  expect(say("The required attribute 'name' is missing.")).toBe("Das Attribut 'name' fehlt.");
  expect(say("'a' is 'a'; use b.c()", "CS1")).toBe("b.c() statt 'a'");
});

test("a message inside a message is said, too", () => {
  const inner =
    "The 'calls' attribute is invalid - The value '0' is invalid according to its datatype 'int32' - It must be between 1 and 5.";
  expect(say(`Error in element 'rate-limit' on line 3, column 7: ${inner}`)).toBe(
    "Fehler in 'rate-limit', Zeile 3, Spalte 7: Das Attribut 'calls' hat einen falschen Wert '0' (int32): Erlaubt ist 1 bis 5.",
  );
});

test("what is not known stays, whatever characters stand in it", () => {
  for (const message of ["", "Other.", "'a' is 'b'; use c", "(.*)$&", "The required attribute"])
    expect(say(message)).toBe(message);
  expect(say("The required attribute '$& {0} \\1' is missing.")).toBe("Das Attribut '$& {0} \\1' fehlt.");
});

test("words have their place in a sentence, and are names outside of it", () => {
  const say = localiserOf(
    {
      log: ["{0 kinds} '{1}' is in use. Used by {2 lists}.", "Must be {0 types}."],
      kinds: ["Named value", "Backend"],
      lists: ["{0} and {1} more"],
      types: ["a string", "a list", "{0 types} or {1 types}"],
    },
    {
      log: ["{0} '{1}' wird verwendet: {2}.", "Erforderlich: {0}."],
      kinds: ["Benannter Wert", "Back-End"],
      lists: ["{0} und {1} weitere"],
      types: ["eine Zeichenfolge", "eine Liste", "{0} oder {1}"],
    },
  );
  expect(say("Named value 'Backend' is in use. Used by /apis/a, /apis/b and 3 more.")).toBe(
    "Benannter Wert 'Backend' wird verwendet: /apis/a, /apis/b und 3 weitere.",
  );
  expect(say("Must be a string or a list or 'x'.")).toBe("Erforderlich: eine Zeichenfolge oder eine Liste oder 'x'.");
  expect(say("Backend")).toBe("Backend");
  expect(say("x or y")).toBe("x or y");
  expect(say("Widget 'a' is in use. Used by /b.")).toBe("Widget 'a' wird verwendet: /b.");
});
