import { charge, tickMany } from "@/policy/expression/values/budget";
import { sameCaseless } from "./case-equivalents";
import { holds } from "./regex-anchors";
import { Op, type RegexProgram } from "./regex-program";

/** How many steps are taken between two counts of the budget. */
const stride = 256;
/** Words of a frame: where to go on in code and text, heights of trail and captures, and how far a run may shrink. */
const frameSize = 5;

/** One group's captures and where each lies: [group, start, end, index of the capture before it, ...]. */
export type Captures = readonly number[];

/**
 * Runs a compiled pattern with a stack of its own, so that no text makes JavaScript's overflow, and counts its steps, so
 * that a pattern that would take for ever ends with the budget.
 */
export class RegexMachine {
  private readonly program: RegexProgram;
  private readonly text: string;
  private readonly searchStart: number;
  private readonly registers: Int32Array;
  private readonly stack: number[] = [];
  /** Registers and what they held, to be put back. */
  private readonly trail: number[] = [];
  private captures: number[] = [];
  private fuel = stride;
  private charged = 0;

  constructor(program: RegexProgram, text: string, searchStart: number) {
    this.program = program;
    this.text = text;
    this.searchStart = searchStart;
    this.registers = new Int32Array(program.registers);
  }

  /** The captures of a match that starts exactly there; the whole is group 0. */
  match(start: number): Captures | null {
    this.registers.fill(-1);
    this.stack.length = 0;
    this.trail.length = 0;
    this.captures = [];
    const end = this.run(start);
    if (end < 0) return null;
    this.captures.push(0, start, end, -1);
    return this.captures;
  }

  private set(register: number, value: number): void {
    if (this.stack.length > 0) this.trail.push(register, this.registers[register] as number);
    this.registers[register] = value;
  }

  private push(pc: number, at: number, shrinksTo: number): void {
    this.stack.push(pc, at, this.trail.length, this.captures.length, shrinksTo);
  }

  private count(steps: number): void {
    this.fuel -= steps;
    if (this.fuel > 0) return;
    tickMany(stride - this.fuel);
    this.fuel = stride;
    const size = this.stack.length + this.trail.length + this.captures.length;
    if (size <= this.charged) return;
    charge((size - this.charged) * 8);
    this.charged = size;
  }

  private run(start: number): number {
    const { text, registers, stack, trail } = this;
    const { code, sets, anchors, groups } = this.program;
    const { length } = text;
    let pc = 0;
    let at = start;
    for (;;) {
      this.count(1);
      let ok = true;
      switch (code[pc]) {
        case Op.Char:
          ok = at < length && text.charCodeAt(at) === code[pc + 1];
          at++;
          pc += 2;
          break;
        case Op.Set:
          ok = at < length && (sets[code[pc + 1] as number] as (typeof sets)[0]).has(text.charCodeAt(at));
          at++;
          pc += 2;
          break;
        case Op.CharBack:
          at--;
          ok = at >= 0 && text.charCodeAt(at) === code[pc + 1];
          pc += 2;
          break;
        case Op.SetBack:
          at--;
          ok = at >= 0 && (sets[code[pc + 1] as number] as (typeof sets)[0]).has(text.charCodeAt(at));
          pc += 2;
          break;
        case Op.Run: {
          const set = sets[code[pc + 1] as number] as (typeof sets)[0];
          const last = Math.min(length, at + (code[pc + 3] as number));
          const least = at + (code[pc + 2] as number);
          const from = at;
          while (at < last && set.has(text.charCodeAt(at))) {
            at++;
            if ((at & 255) === 0) this.count(64);
          }
          this.count((at - from) >> 3);
          ok = at >= least;
          pc += 4;
          if (at > least) this.push(pc, at - 1, least);
          break;
        }
        case Op.Split:
          this.push(code[pc + 1] as number, at, -1);
          pc += 2;
          break;
        case Op.Jump:
          pc = code[pc + 1] as number;
          break;
        case Op.GroupStart:
          this.set(code[pc + 1] as number, at);
          pc += 2;
          break;
        case Op.GroupEnd: {
          const group = code[pc + 1] as number;
          const from = registers[group] as number;
          const before = registers[groups + group] as number;
          this.set(groups + group, this.captures.length);
          this.captures.push(group, Math.min(from, at), Math.max(from, at), before);
          pc += 2;
          break;
        }
        case Op.Anchor:
          ok = holds(anchors[code[pc + 1] as number] as (typeof anchors)[0], text, at, this.searchStart);
          pc += 2;
          break;
        case Op.Reference: {
          const to = this.reference(code[pc + 1] as number, code[pc + 2] === 1, code[pc + 3] === 1, at);
          ok = to >= 0;
          at = to;
          pc += 4;
          break;
        }
        case Op.Mark: {
          const register = code[pc + 1] as number;
          this.set(register, stack.length);
          this.set(register + 1, at);
          pc += 2;
          break;
        }
        case Op.Cut:
          stack.length = registers[code[pc + 1] as number] as number;
          pc += 2;
          break;
        case Op.Return:
          at = registers[(code[pc + 1] as number) + 1] as number;
          pc += 2;
          break;
        case Op.Fail:
          ok = false;
          break;
        case Op.IfGroup:
          pc = (registers[groups + (code[pc + 1] as number)] as number) >= 0 ? pc + 3 : (code[pc + 2] as number);
          break;
        case Op.LoopInit: {
          const register = code[pc + 1] as number;
          this.set(register, 0);
          this.set(register + 1, -1);
          pc += 2;
          break;
        }
        case Op.LoopTest:
          pc = this.loop(pc, at);
          break;
        case Op.LoopEnter: {
          const register = code[pc + 1] as number;
          this.set(register, (registers[register] as number) + 1);
          this.set(register + 1, at);
          pc += 2;
          break;
        }
        default:
          return at;
      }
      if (ok) continue;
      const top = stack.length - frameSize;
      if (top < 0) return -1;
      pc = stack[top] as number;
      at = stack[top + 1] as number;
      this.restore(stack[top + 2] as number, stack[top + 3] as number);
      const shrinksTo = stack[top + 4] as number;
      if (at > shrinksTo && shrinksTo >= 0) {
        // Where a certain character must follow, only those places are worth another try.
        if (code[pc] === Op.Char) {
          const from = at;
          while (at > shrinksTo && text.charCodeAt(at) !== code[pc + 1]) at--;
          this.count((from - at) >> 3);
        }
        if (at > shrinksTo) stack[top + 1] = at - 1;
        else stack.length = top;
      } else stack.length = top;
      // The trail is only kept for frames that are left.
      if (stack.length === 0) trail.length = 0;
    }
  }

  private restore(trailLength: number, capturesLength: number): void {
    const { trail, registers } = this;
    for (let at = trail.length - 2; at >= trailLength; at -= 2)
      registers[trail[at] as number] = trail[at + 1] as number;
    if (trail.length > trailLength) trail.length = trailLength;
    if (this.captures.length > capturesLength) this.captures.length = capturesLength;
  }

  /** Where a loop goes on: into its body, or behind it. */
  private loop(pc: number, at: number): number {
    const { code } = this.program;
    const register = code[pc + 1] as number;
    const times = this.registers[register] as number;
    const exit = code[pc + 5] as number;
    const body = pc + 6;
    // A round that took nothing would take nothing again.
    if (times > 0 && this.registers[register + 1] === at) return exit;
    if (times < (code[pc + 2] as number)) return body;
    if (times >= (code[pc + 3] as number)) return exit;
    if (code[pc + 4] === 1) {
      this.push(body, at, -1);
      return exit;
    }
    this.push(exit, at, -1);
    return body;
  }

  /** Where the text is that a group captured before; -1 where it is not. */
  private reference(group: number, caseless: boolean, back: boolean, at: number): number {
    const capture = this.registers[this.program.groups + group] as number;
    if (capture < 0) return -1;
    const from = this.captures[capture + 1] as number;
    const length = (this.captures[capture + 2] as number) - from;
    const start = back ? at - length : at;
    if (start < 0 || start + length > this.text.length) return -1;
    this.count(length >> 2);
    for (let offset = 0; offset < length; offset++) {
      const a = this.text.charCodeAt(from + offset);
      const b = this.text.charCodeAt(start + offset);
      if (a !== b && !(caseless && sameCaseless(a, b))) return -1;
    }
    return back ? start : at + length;
  }
}
