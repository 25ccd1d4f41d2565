import { expect, test } from "vitest";
import { answerTexts } from "./answer-texts";

test("200 with the texts, 304 to whoever has them, and gone stale with another language", async () => {
  const german = await answerTexts("de", "tour,table", null);
  expect(german.status).toBe(200);
  expect(Object.keys((await german.json()) as object)).toEqual(["tour", "table"]);
  const etag = german.headers.get("etag");
  expect((await answerTexts("de", "tour,table", etag)).status).toBe(304);
  expect((await answerTexts("de", "tour,table", `W/${etag}`)).status).toBe(304);
  expect((await answerTexts("sv", "tour,table", etag)).status).toBe(200);
});

test.each([
  ["fr", "tour"],
  ["de", "nothing"],
  ["de", "tour,../en/door"],
  ["../de", "tour"],
  ["de", "__proto__"],
  ["de", ""],
])("404: there are no texts of %s, %s", async (locale, namespaces) => {
  expect((await answerTexts(locale, namespaces, null)).status).toBe(404);
});
