"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { DialogProps } from "./dialog-panel";

const Panel = dynamic(() => import("./dialog-panel").then((module) => module.DialogPanel), { ssr: false });

/** A question or a closer look, above the page, which waits. Its code is fetched when it is first opened. */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return wanted ? <Panel {...props} /> : null;
}
