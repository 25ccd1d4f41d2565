"use client";

import { useEffect } from "react";
import { leaveGuard } from "../form/leave-guard";
import { actions } from "./actions";
import { KeyReader } from "./keys";
import { singleKeys } from "./single-keys";

const typesInto = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]";

/** Runs what keys stand for. While a dialog or a menu is open, only chords act. */
export function KeyListener() {
  useEffect(() => {
    const reader = new KeyReader();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      const typing =
        target?.closest(typesInto) != null ||
        document.querySelector("[role=dialog]:not([popover]), [popover=auto]:popover-open") !== null;
      const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode } = event;
      const press = { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode, typing };
      const action = reader.read(press, actions.current(), singleKeys.on(), performance.now());
      if (action === null) return;
      event.preventDefault();
      if (action.stays === true) action.run();
      else leaveGuard.leave(action.run);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}
