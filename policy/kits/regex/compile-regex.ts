import { charge } from "@/policy/expression/values/budget";
import type { CharSet } from "./char-set";
import type { Anchor, RegexNode } from "./regex-node";
import { Op, type RegexProgram } from "./regex-program";

/** Makes code of a pattern; `indexOf` says where a group's number stands among all. */
export function compileRegex(node: RegexNode, groups: number, indexOf: (group: number) => number): RegexProgram {
  const compiler = new Compiler(groups, indexOf);
  compiler.add(node, false);
  compiler.emit(Op.Match);
  charge(compiler.code.length * 4);
  return {
    code: Int32Array.from(compiler.code),
    sets: compiler.sets,
    anchors: compiler.anchors,
    registers: compiler.registers,
    groups,
  };
}

class Compiler {
  readonly code: number[] = [];
  readonly sets: CharSet[] = [];
  readonly anchors: Anchor[] = [];
  /** Each group has two of them: where it started, and its last capture. */
  registers: number;
  private readonly indexOf: (group: number) => number;

  constructor(groups: number, indexOf: (group: number) => number) {
    this.registers = groups * 2;
    this.indexOf = indexOf;
  }

  emit(...words: number[]): number {
    charge(8 * words.length);
    this.code.push(...words);
    return this.code.length;
  }

  /** Emits with a place to fill in as the last word; returns where that is. */
  private emitHole(...words: number[]): number {
    return this.emit(...words, 0) - 1;
  }

  private fill(hole: number): void {
    this.code[hole] = this.code.length;
  }

  private register(count = 1): number {
    this.registers += count;
    return this.registers - count;
  }

  private setIndex(set: CharSet): number {
    return this.sets.push(set) - 1;
  }

  /** `back`: inside a look-behind, which is matched from its end to its start. */
  add(node: RegexNode, back: boolean): void {
    switch (node.kind) {
      case "set":
        if (node.set.only >= 0) this.emit(back ? Op.CharBack : Op.Char, node.set.only);
        else this.emit(back ? Op.SetBack : Op.Set, this.setIndex(node.set));
        return;
      case "sequence":
        for (const each of back ? [...node.nodes].reverse() : node.nodes) this.add(each, back);
        return;
      case "choice":
        this.addChoice(node.branches, back);
        return;
      case "loop":
        this.addLoop(node, back);
        return;
      case "capture": {
        const group = this.indexOf(node.group);
        this.emit(Op.GroupStart, group);
        this.add(node.node, back);
        this.emit(Op.GroupEnd, group);
        return;
      }
      case "atomic": {
        const mark = this.register(2);
        this.emit(Op.Mark, mark);
        this.add(node.node, back);
        this.emit(Op.Cut, mark);
        return;
      }
      case "look":
        this.addLook(node.node, node.behind, node.negative);
        return;
      case "reference":
        this.emit(Op.Reference, this.indexOf(node.group), node.caseless ? 1 : 0, back ? 1 : 0);
        return;
      case "anchor":
        this.emit(Op.Anchor, this.anchors.push(node.anchor) - 1);
        return;
      case "if-group": {
        const toNo = this.emitHole(Op.IfGroup, this.indexOf(node.group));
        this.add(node.yes, back);
        const toEnd = this.emitHole(Op.Jump);
        this.fill(toNo);
        this.add(node.no, back);
        this.fill(toEnd);
        return;
      }
      case "if": {
        const mark = this.register(2);
        this.emit(Op.Mark, mark);
        const toNo = this.emitHole(Op.Split);
        this.add(node.condition, false);
        this.emit(Op.Cut, mark, Op.Return, mark);
        this.add(node.yes, back);
        const toEnd = this.emitHole(Op.Jump);
        this.fill(toNo);
        this.add(node.no, back);
        this.fill(toEnd);
        return;
      }
    }
  }

  private addChoice(branches: readonly RegexNode[], back: boolean): void {
    const ends: number[] = [];
    for (const [index, branch] of branches.entries()) {
      const isLast = index === branches.length - 1;
      const next = isLast ? 0 : this.emitHole(Op.Split);
      this.add(branch, back);
      if (isLast) continue;
      ends.push(this.emitHole(Op.Jump));
      this.fill(next);
    }
    for (const end of ends) this.fill(end);
  }

  private addLoop(loop: Extract<RegexNode, { kind: "loop" }>, back: boolean): void {
    const { node, min, max, lazy } = loop;
    if (max === 0) return;
    if (min === 1 && max === 1) {
      this.add(node, back);
      return;
    }
    if (node.kind === "set" && !back && (!lazy || min === max)) {
      this.emit(Op.Run, this.setIndex(node.set), min, max);
      return;
    }
    const register = this.register(2);
    this.emit(Op.LoopInit, register);
    const test = this.code.length;
    const exit = this.emitHole(Op.LoopTest, register, min, max, lazy ? 1 : 0);
    this.emit(Op.LoopEnter, register);
    this.add(node, back);
    this.emit(Op.Jump, test);
    this.fill(exit);
  }

  private addLook(node: RegexNode, behind: boolean, negative: boolean): void {
    const mark = this.register(2);
    this.emit(Op.Mark, mark);
    const otherwise = negative ? this.emitHole(Op.Split) : 0;
    this.add(node, behind);
    this.emit(Op.Cut, mark);
    if (!negative) {
      this.emit(Op.Return, mark);
      return;
    }
    this.emit(Op.Fail);
    this.fill(otherwise);
  }
}
