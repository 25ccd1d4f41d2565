import { expect, test } from "vitest";
import type { Standing } from "@/policy/knowledge";
import { parse } from "@/policy/xml/parse";
import { draw } from "./draw";
import { neighbourPlace } from "./keyboard-moves";
import { Ground } from "./places";
import { readClipboard } from "./read-clipboard";
import { stopsOf, walk } from "./walk-cards";

const standing: Standing = { kind: "policies", scope: "api" };
const text = `<policies><inbound><base /><set-header name="a" /><choose><when condition="@(true)"><set-variable name="b" value="" /></when></choose></inbound><backend><base /></backend><outbound /><on-error /></policies>`;
const { document } = parse(text);
const ground = new Ground(document, standing);

test("a card moves by keys within its container, out of it and into its neighbours", () => {
  const to = (path: string, direction: "up" | "down" | "out" | "into") => {
    const place = neighbourPlace(ground, path, direction);
    return place === null ? null : `${place.container}#${place.gap}`;
  };
  expect(to("inbound[1]/set-header[1]", "up")).toBe("inbound[1]#0");
  expect(to("inbound[1]/base[1]", "up")).toBe(null);
  expect(to("inbound[1]/set-header[1]", "into")).toBe("inbound[1]/choose[1]/when[1]#0");
  expect(to("inbound[1]/choose[1]/when[1]/set-variable[1]", "out")).toBe("inbound[1]#3");
  expect(to("inbound[1]/choose[1]", "into")).toBe("outbound[1]#0");
});

test("arrows walk lanes and cards, and pass by what is folded", () => {
  const drawing = draw(document, standing, null);
  const open = stopsOf(drawing, new Set());
  expect(walk(open, "inbound[1]/choose[1]", "ArrowDown")).toBe("inbound[1]/choose[1]/when[1]");
  expect(walk(open, "inbound[1]/choose[1]", "PageDown")).toBe("backend[1]");
  const folded = stopsOf(drawing, new Set(["inbound[1]/choose[1]"]));
  expect(walk(folded, "inbound[1]/choose[1]", "ArrowDown")).toBe("backend[1]");
  expect(walk(open, null, "End")).toBe("inbound[1]");
});

test("a drawing keeps the cards that say the same", () => {
  const before = draw(document, standing, null);
  const after = draw(parse(text.replace('name="a"', 'name="c"')).document, standing, before);
  expect(after.cards.get("inbound[1]/choose[1]")).toBe(before.cards.get("inbound[1]/choose[1]"));
  expect(after.cards.get("inbound[1]/set-header[1]")).not.toBe(before.cards.get("inbound[1]/set-header[1]"));
  expect(after.lanes[1]).toBe(before.lanes[1]);
});

test("only policies are taken from the clipboard", () => {
  expect(readClipboard('<set-method>GET</set-method>\n<when condition="@(true)" />')).toHaveProperty(
    "elements.length",
    2,
  );
  expect(readClipboard(" ")).toEqual({ problem: "empty" });
  expect(readClipboard("GET /orders")).toEqual({ problem: "not-xml" });
  expect(readClipboard("<policies />")).toEqual({ problem: "document" });
  expect(readClipboard("<set-header")).toMatchObject({ problem: "malformed", line: 1 });
  expect(readClipboard("<div />")).toEqual({ problem: "unknown", name: "div" });
});
