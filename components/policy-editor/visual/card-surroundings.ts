"use client";

import { createContext, useContext } from "react";
import type { PolicyHelp } from "./policy-help";

/** The texts of the cards themselves. */
type VisualTexts = (
  key: "cardLabel" | "cardTooltip" | "fold" | "unfold" | "folded" | "unknown" | "base.what" | "comment" | "stray",
  values?: Record<string, string | number>,
) => string;

/** What every card needs and none has of its own: asked for once, not by each of a thousand. */
export interface CardSurroundings {
  t: VisualTexts;
  help(name: string): PolicyHelp;
  readOnly: boolean;
}

export const CardSurroundingsContext = createContext<CardSurroundings | null>(null);

export function useCardSurroundings(): CardSurroundings {
  const surroundings = useContext(CardSurroundingsContext);
  if (surroundings === null) throw new Error("There are no lanes around this.");
  return surroundings;
}
