"use client";

import { useState } from "react";
import { later } from "./later";
import type { SheetProps } from "./sheet-panel";

const Panel = later(() => import("./sheet-panel").then((module) => module.SheetPanel));

/** A panel from the edge of the screen. Its code is fetched when it is first opened. */
export function Sheet(props: SheetProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return wanted ? <Panel {...props} /> : null;
}
