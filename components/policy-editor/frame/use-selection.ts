"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type ElementPath, elementAround, pathOf } from "@/policy/xml/element-path";
import { useUrlState } from "../../table/use-url-state";
import { EditorDocument } from "../model/editor-document";
import { followElement } from "./follow-element";

const written = (path: ElementPath | null): string | null => (path === "" ? "/" : path);
const read = (at: string | null): ElementPath | null => (at === "/" ? "" : at);

/** The chosen element: kept in the address, and followed through every edit. */
export function useSelection(
  document: EditorDocument,
  stored: string,
): { selected: ElementPath | null; select(path: ElementPath | null): void } {
  const [url, setUrl] = useUrlState();
  const [selected, select] = useState<ElementPath | null>(() => atFirst(url, stored));
  const own = useRef(url.get("at"));
  // What was written to the address comes back from it a while later, when something else may be chosen already.
  const underWay = useRef<(string | null)[]>([]);
  useEffect(() => {
    let before = { text: document.text, parsed: document.parsed };
    return document.subscribe(() => {
      if (document.text === before.text) return;
      const from = before;
      const after = { text: document.text, parsed: document.parsed };
      before = after;
      select((path) => (path === null ? null : followElement(from, after, path)));
    });
  }, [document]);
  useEffect(() => {
    own.current = written(selected);
    const at = new URLSearchParams(window.location.search);
    if (at.get("at") !== own.current) underWay.current.push(own.current);
    if (at.get("at") !== own.current || at.has("offset")) setUrl({ at: own.current, offset: null });
  }, [selected, setUrl]);
  // A link, or Back, may name another place of this document.
  const named = url.get("at");
  useEffect(() => {
    const answered = underWay.current.lastIndexOf(named);
    if (answered !== -1) {
      underWay.current.splice(0, answered + 1);
      return;
    }
    const now = new URLSearchParams(window.location.search).get("at");
    if (now === named && now !== own.current) select(read(now));
  }, [named]);
  return { selected, select: useCallback((path) => select(path), []) };
}

function atFirst(url: URLSearchParams, stored: string): ElementPath | null {
  const offset = url.get("offset");
  if (offset === null || !/^\d+$/.test(offset)) return read(url.get("at"));
  const document = new EditorDocument(stored);
  const element = elementAround(document.parsed, document.fromSource(Number(offset)));
  return element === null ? null : pathOf(document.parsed, element);
}
