"use client";

import { createContext, useContext } from "react";
import type { ElementPath } from "@/policy/xml/element-path";
import type { BoardCommands } from "./board-commands";
import type { Inheritance } from "./inheritance";
import type { CardProblem } from "./problems-by-card";
import { Signal } from "./signal";

/** What the cards share. It is one object for as long as the view is there: cards follow its signals. */
export interface Board {
  /** The card or lane that is chosen, and that the keyboard is on. */
  chosen: Signal<ElementPath | null>;
  folded: Signal<ReadonlySet<ElementPath>>;
  /** Includes of fragments whose policies are shown. */
  opened: Signal<ReadonlySet<ElementPath>>;
  problems: Signal<ReadonlyMap<ElementPath, readonly CardProblem[]>>;
  inheritance: Signal<Inheritance>;
  fragments: Signal<ReadonlyMap<string, string>>;
  /** The base whose removal is being thought over. */
  leaving: Signal<ElementPath | null>;
  /** The card whose places are listed. */
  moving: Signal<ElementPath | null>;
  readOnly: Signal<boolean>;
  commands: BoardCommands;
}

export const createBoard = (commands: BoardCommands): Board => ({
  chosen: new Signal<ElementPath | null>(null),
  folded: new Signal<ReadonlySet<ElementPath>>(new Set()),
  opened: new Signal<ReadonlySet<ElementPath>>(new Set()),
  problems: new Signal<ReadonlyMap<ElementPath, readonly CardProblem[]>>(new Map()),
  inheritance: new Signal<Inheritance>({ state: "none" }),
  fragments: new Signal<ReadonlyMap<string, string>>(new Map()),
  leaving: new Signal<ElementPath | null>(null),
  moving: new Signal<ElementPath | null>(null),
  readOnly: new Signal<boolean>(true),
  commands,
});

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) throw new Error("There is no visual view around this.");
  return board;
}

export const withToggled = (set: ReadonlySet<string>, member: string, on: boolean = !set.has(member)): Set<string> => {
  const next = new Set(set);
  if (on) next.add(member);
  else next.delete(member);
  return next;
};
