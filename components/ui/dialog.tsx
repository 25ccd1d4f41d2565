"use client";

import { useState } from "react";
import type { DialogProps } from "./dialog-panel";
import { later } from "./later";

const Panel = later(() => import("./dialog-panel").then((module) => module.DialogPanel));

/** A question or a closer look, above the page, which waits. Its code is fetched when it is first opened. */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return wanted ? <Panel {...props} /> : null;
}
