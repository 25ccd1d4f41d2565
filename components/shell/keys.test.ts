import { expect, test } from "vitest";
import type { Action } from "./actions";
import { type KeyPress, KeyReader } from "./keys";

const action = (shortcut: string, id = shortcut): Action => ({ id, label: id, group: "go", shortcut, run() {} });
const all = [action("g b"), action("c"), action("?"), action("mod+k"), action("b")];
const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  typing: false,
  ...over,
});

test("a single key, a sequence and a chord", () => {
  const keys = new KeyReader();
  expect(keys.read(press("c"), all, true, 0)?.id).toBe("c");
  expect(keys.read(press("g"), all, true, 0)).toBeNull();
  expect(keys.read(press("b"), all, true, 500)?.id).toBe("g b");
  expect(keys.read(press("K", { metaKey: true, typing: true }), all, true, 0)?.id).toBe("mod+k");
});

test("a sequence that takes too long is two single keys", () => {
  const keys = new KeyReader();
  keys.read(press("g"), all, true, 0);
  expect(keys.read(press("b"), all, true, 5_000)?.id).toBe("b");
});

test("typing, composing and switching off silence single keys but not chords", () => {
  const keys = new KeyReader();
  expect(keys.read(press("c", { typing: true }), all, true, 0)).toBeNull();
  expect(keys.read(press("c", { isComposing: true }), all, true, 0)).toBeNull();
  expect(keys.read(press("c", { keyCode: 229 }), all, true, 0)).toBeNull();
  expect(keys.read(press("c"), all, false, 0)).toBeNull();
  expect(keys.read(press("k", { ctrlKey: true }), all, false, 0)?.id).toBe("mod+k");
});

test("of two with one shortcut the nearer acts", () => {
  const near = action("c", "near");
  expect(new KeyReader().read(press("c"), [...all, near], true, 0)).toBe(near);
});

test("a chord with shift is another chord, and one with none of its own stands for the plain one", () => {
  const keys = new KeyReader();
  const chords = [action("mod+z"), action("mod+shift+z"), action("mod+k")];
  expect(keys.read(press("z", { ctrlKey: true }), chords, true, 0)?.id).toBe("mod+z");
  expect(keys.read(press("Z", { ctrlKey: true, shiftKey: true }), chords, true, 0)?.id).toBe("mod+shift+z");
  expect(keys.read(press("K", { ctrlKey: true, shiftKey: true }), chords, true, 0)?.id).toBe("mod+k");
  expect(keys.read(press("Z", { ctrlKey: true, shiftKey: true }), [action("mod+z")], true, 0)).toBeNull();
});

test("undo belongs to the field that is typed into", () => {
  const keys = new KeyReader();
  const undo = { ...action("mod+z"), notWhileTyping: true };
  expect(keys.read(press("z", { ctrlKey: true }), [undo], true, 0)?.id).toBe("mod+z");
  expect(keys.read(press("z", { ctrlKey: true, typing: true }), [undo], true, 0)).toBeNull();
});

test("function keys act wherever one is", () => {
  const keys = new KeyReader();
  const steps = [action("F8"), action("shift+F8")];
  expect(keys.read(press("F8", { typing: true }), steps, false, 0)?.id).toBe("F8");
  expect(keys.read(press("F8", { shiftKey: true }), steps, true, 0)?.id).toBe("shift+F8");
  expect(keys.read(press("F2"), steps, true, 0)).toBeNull();
});
