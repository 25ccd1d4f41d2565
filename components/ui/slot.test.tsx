import type { ReactElement } from "react";
import { expect, test } from "vitest";
import { Slot } from "./slot";

const propsOf = (element: unknown) => (element as ReactElement<Record<string, unknown>>).props;

test("the child keeps what it says of itself, and hears with the one around it", () => {
  const heard: string[] = [];
  const given = propsOf(
    Slot({
      className: "around",
      id: "given",
      title: "given",
      onClick: () => void heard.push("around"),
      onFocus: () => void heard.push("focus"),
      children: (
        <button type="button" className="own" title="own" onClick={() => void heard.push("own")}>
          x
        </button>
      ),
    }),
  );
  expect(given).toMatchObject({ type: "button", className: "around own", id: "given", title: "own", children: "x" });
  (given.onClick as () => void)();
  (given.onFocus as () => void)();
  expect(heard).toEqual(["own", "around", "focus"]);
});

test("what the child leaves open is given to it", () => {
  const child = <a href="/apis">x</a>;
  expect(propsOf(Slot({ className: "around", "aria-expanded": false, children: child }))).toEqual({
    ...child.props,
    className: "around",
    "aria-expanded": false,
  });
});
