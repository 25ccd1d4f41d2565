"use client";

import dynamic from "next/dynamic";
import { useEditorCoverage } from "../../test-console/use-editor-coverage";
import { Skeleton } from "../../ui/skeleton";
import { useEditing } from "../editing";
import { ElementPanel } from "./element-panel";
import { useRoom } from "./use-room";
import type { View } from "./view-choice";

const Waiting = () => (
  <div className="flex flex-1 flex-col gap-3 p-4">
    <Skeleton className="h-5 w-1/3" />
    <Skeleton className="h-24" />
    <Skeleton className="h-24" />
  </div>
);
const VisualView = dynamic(() => import("../visual/visual-view").then((module) => module.VisualView), {
  ssr: false,
  loading: Waiting,
});
const CodeView = dynamic(() => import("../code/code-view").then((module) => module.CodeView), {
  ssr: false,
  loading: Waiting,
});
const EffectiveView = dynamic(() => import("../effective/effective-view").then((module) => module.EffectiveView), {
  ssr: false,
  loading: Waiting,
});

const pane = "flex min-h-0 min-w-0 flex-1 flex-col";

/** The policy as it is looked at, and the form of what is chosen in it. */
export function PolicyViews({ view }: { view: View }) {
  const { target } = useEditing();
  const roomy = useRoom();
  const coverage = useEditorCoverage();
  if (view === "effective") {
    return (
      <div className={`${pane} overflow-y-auto`}>
        <EffectiveView target={target} />
      </div>
    );
  }
  return (
    <div className={roomy ? "flex min-h-0 flex-1" : pane}>
      <div className={`${pane} ${roomy ? "flex-row" : ""}`}>
        {view === "code" ? null : (
          <div className={pane}>
            <VisualView />
          </div>
        )}
        {view === "visual" ? null : (
          <div className={`${pane} ${view === "code" ? "" : roomy ? "border-line border-l" : "border-line border-t"}`}>
            <CodeView coverage={coverage} />
          </div>
        )}
      </div>
      <ElementPanel narrow={!roomy} />
    </div>
  );
}
