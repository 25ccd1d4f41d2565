/** Which groups a pattern has: unnamed ones are numbered first, then those with names. */
export class GroupSlots {
  private readonly numbers = new Set<number>([0]);
  private readonly named = new Map<string, number>();
  private readonly names = new Set<string>();
  private unnamed = 0;

  addUnnamed(): number {
    this.unnamed++;
    this.numbers.add(this.unnamed);
    return this.unnamed;
  }

  /** The next unnamed group of the second pass. */
  restart(): void {
    this.unnamed = 0;
  }

  addNumber(number: number): void {
    this.numbers.add(number);
  }

  addName(name: string): void {
    this.names.add(name);
  }

  /** After the first pass: gives names their numbers. */
  settle(): void {
    let next = this.unnamed + 1;
    for (const name of this.names) {
      while (this.numbers.has(next)) next++;
      this.numbers.add(next);
      this.named.set(name, next);
    }
  }

  has(number: number): boolean {
    return this.numbers.has(number);
  }

  numberOf(name: string): number | null {
    return this.named.get(name) ?? null;
  }

  /** In order, with their names. */
  all(): { readonly number: number; readonly name: string }[] {
    const names = new Map([...this.named].map(([name, number]) => [number, name]));
    return [...this.numbers]
      .sort((a, b) => a - b)
      .map((number) => ({ number, name: names.get(number) ?? `${number}` }));
  }
}
