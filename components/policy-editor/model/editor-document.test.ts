import { expect, test, vi } from "vitest";
import { setAttribute } from "@/policy/xml/edit";
import { elementAt } from "@/policy/xml/element-path";
import type { XmlElement } from "@/policy/xml/nodes";
import { EditorDocument } from "./editor-document";

const lines = (newline: string) =>
  ["<policies>", "  <inbound>", '    <trace source="a" />', "  </inbound>", "</policies>", ""].join(newline);

test.each([["\n"], ["\r\n"], ["\r"]])("the source is what it was, whatever its line breaks are", (newline) => {
  expect(new EditorDocument(lines(newline)).source).toBe(lines(newline));
  const mixed = `${lines(newline)}${lines("\n")}`;
  expect(new EditorDocument(mixed).source).toBe(mixed);
});

test("an edit touches its place only, and is one step of the history", () => {
  const document = new EditorDocument(lines("\r\n"));
  const trace = () => elementAt(document.parsed, "inbound[1]/trace[1]") as XmlElement;
  document.edit(setAttribute(trace(), "source", "b"));
  document.edit(setAttribute(trace(), "severity", "error"));
  expect(document.source).toBe(lines("\r\n").replace('source="a"', 'source="b" severity="error"'));
  document.undo();
  expect(document.source).toBe(lines("\r\n").replace('source="a"', 'source="b"'));
  document.undo();
  expect([document.source, document.canUndo, document.canRedo]).toEqual([lines("\r\n"), false, true]);
  document.redo();
  expect(document.source).toContain('source="b"');
});

test("replacing all of it changes only what differs, and is told once", () => {
  const document = new EditorDocument(lines("\n"));
  let told = 0;
  document.subscribe(() => told++);
  document.dispatch({ selection: { anchor: lines("\n").length } });
  document.replace(lines("\n").replace('"a"', '"abc"'));
  expect(told).toBe(2);
  expect(document.state.selection.main.anchor).toBe(lines("\n").length + 2);
  document.replace(document.source);
  expect(told).toBe(2);
});

test("an offset of the source, found in the text", () => {
  const source = lines("\r\n");
  const document = new EditorDocument(source);
  const at = source.indexOf("<trace");
  expect(document.text.slice(document.fromSource(at)).startsWith("<trace")).toBe(true);
});

test("typing into a field is one step of the history, however long it takes", () => {
  const document = new EditorDocument(lines("\n"));
  const trace = () => elementAt(document.parsed, "inbound[1]/trace[1]") as XmlElement;
  const type = (field: string, value: string) => document.editField(field, setAttribute(trace(), field, value));
  document.edit(setAttribute(trace(), "source", "b"));
  const clock = vi.spyOn(Date, "now").mockReturnValue(1_000_000);
  type("severity", "e");
  clock.mockReturnValue(1_060_000);
  type("severity", "er");
  clock.mockReturnValue(1_120_000);
  type("severity", "");
  type("severity", "err");
  type("id", "1");
  type("id", "12");
  document.undo();
  expect(document.source).toContain('source="b" severity="err" />');
  document.undo();
  expect(document.source).toContain('source="b" />');
  document.redo();
  type("severity", "errr");
  document.undo();
  expect(document.source).toContain('severity="err" />');
  clock.mockRestore();
});
