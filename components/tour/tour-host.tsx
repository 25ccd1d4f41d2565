"use client";

import { TourBar } from "./tour-bar";
import { useTour } from "./use-tour";

/** Fetched behind the first load: few are on the tour. */
export function TourHost() {
  return useTour().running ? <TourBar /> : null;
}
