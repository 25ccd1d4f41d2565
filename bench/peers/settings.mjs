/** What the bench tells every contender, and what each tells the bench. */
export const upstream = process.env.BENCH_UPSTREAM;
export const keys = new Map([[process.env.BENCH_KEY, "bench"]]);

export function listening(server) {
  process.send({ port: server.address().port });
}
