import { expect, test } from "vitest";
import { AddressTaken, type OperatorRow, type TokenRow } from "@/management/store/store";
import { ann, type OpenEmpty } from "./fixture";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds, 250));

const operator = (id: string, changes: Partial<OperatorRow> = {}): OperatorRow => ({
  ...{ id, email: `${id}@Example.org`, name: id, role: "editor", roleFrom: "here", passwordHash: "scrypt$1" },
  ...{ externalId: null, disabled: false, sessionEpoch: 0, createdAt: at(1), signedInAt: null, ...changes },
});

const token = (id: string, operatorId: string): TokenRow => ({
  ...{ id, operatorId, name: "ci", hash: `hash-${id}`, role: "reader" },
  ...{ createdAt: at(1), expiresAt: at(50), usedAt: null, revokedAt: null },
});

export function describePeople(open: OpenEmpty): void {
  test("only one of several first operators is made", async () => {
    const { store, reopen } = await open();
    const other = store.dialect === "postgresql" ? await reopen() : store;
    const tries = ["a", "b", "c", "d"].map((id, index) =>
      (index % 2 ? other : store).identity.saveFirstOperator(operator(id, { role: "owner" })),
    );
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    expect(await store.identity.operators()).toHaveLength(1);
    expect(await store.identity.saveFirstOperator(operator("e"))).toBe(false);
    if (other !== store) await other.close();
  });

  test("people are found by id, address and subject; an address has one person", async () => {
    const { store } = await open();
    const { identity } = store;
    await identity.saveOperator(operator("ann", { externalId: "issuer|1" }));
    await identity.saveOperator(operator("bob", { createdAt: at(2) }));
    expect((await identity.operators()).map(({ id }) => id)).toEqual(["ann", "bob"]);
    expect(await identity.operator({ email: "ANN@example.ORG" })).toEqual(operator("ann", { externalId: "issuer|1" }));
    expect((await identity.operator({ externalId: "issuer|1" }))?.id).toBe("ann");
    expect(await identity.operator({ id: "none" })).toBeNull();
    const taken = await identity.saveOperator(operator("eve", { email: "Bob@EXAMPLE.org" })).catch((error) => error);
    expect(AddressTaken.is(taken)).toBe(true);
    await identity.saveOperator(operator("bob", { name: "Bobby", createdAt: at(2) }));
    expect((await identity.operator({ id: "bob" }))?.name).toBe("Bobby");
  });

  test("columns are written alone, so that parallel writers lose nothing", async () => {
    const { store } = await open();
    const { identity } = store;
    await identity.saveOperator(operator("ann"));
    await Promise.all([
      ...Array.from({ length: 10 }, () => identity.updateOperator("ann", { endSessions: true })),
      identity.updateOperator("ann", { disabled: true }),
      identity.updateOperator("ann", { signedInAt: at(9) }),
      identity.updateOperator("ann", { role: "reader", passwordHash: null }),
    ]);
    const expected = {
      disabled: true,
      signedInAt: at(9),
      role: "reader" as const,
      passwordHash: null,
      sessionEpoch: 10,
    };
    expect(await identity.operator({ id: "ann" })).toEqual(operator("ann", expected));
    expect(await identity.updateOperator("ann", { name: "Ann B" })).toEqual(
      operator("ann", { ...expected, name: "Ann B" }),
    );
    expect(await identity.updateOperator("none", { name: "x" })).toBeNull();
  });

  test("tokens belong to a person and end with them", async () => {
    const { store } = await open();
    const { identity } = store;
    await identity.saveOperator(operator("ann"));
    await identity.saveOperator(operator("bob"));
    await identity.saveToken(token("t1", "ann"));
    await identity.saveToken(token("t2", "bob"));
    expect(await identity.tokenByHash("hash-t1")).toEqual(token("t1", "ann"));
    await identity.saveToken({ ...token("t1", "ann"), revokedAt: at(3) });
    await identity.touchToken("t1", at(4));
    expect(await identity.tokenByHash("hash-t1")).toEqual({ ...token("t1", "ann"), revokedAt: at(3), usedAt: at(4) });
    expect((await identity.tokens("bob")).map(({ id }) => id)).toEqual(["t2"]);
    expect(await identity.tokens()).toHaveLength(2);
    expect([await identity.removeOperator("ann"), await identity.removeOperator("ann")]).toEqual([true, false]);
    expect(await identity.tokenByHash("hash-t1")).toBeNull();
  });

  test("the audit trail is newest first, by page", async () => {
    const { store } = await open();
    for (const [index, action] of ["sign-in", "secret-revealed", "sign-in-refused"].entries()) {
      await store.identity.audit({
        at: at(index),
        actor: ann,
        action,
        subject: "/backends/a",
        address: index ? "::1" : null,
      });
    }
    const trail = await store.identity.auditTrail({});
    expect(trail.map(({ action }) => action)).toEqual(["sign-in-refused", "secret-revealed", "sign-in"]);
    expect(trail[2]).toEqual({ at: at(0), actor: ann, action: "sign-in", subject: "/backends/a", address: null });
    expect(await store.identity.auditTrail({ top: 1, before: at(2) })).toEqual([trail[1]]);
  });

  test("traces are kept until they are too old", async () => {
    const { store } = await open();
    const trace = { id: "a".repeat(32), at: at(1), sealed: "sealed text" };
    await store.traces.save(trace);
    await store.traces.save({ ...trace, sealed: "sealed anew" });
    await store.traces.save({ ...trace, id: "b".repeat(32), at: at(5) });
    expect(await store.traces.read(trace.id)).toEqual({ ...trace, sealed: "sealed anew" });
    await store.traces.removeBefore(at(5));
    expect(await store.traces.read(trace.id)).toBeNull();
    expect((await store.traces.read("b".repeat(32)))?.at).toEqual(at(5));
  });

  test("nodes and their receipts are kept", async () => {
    const { store } = await open();
    const node = {
      name: "gw-1",
      version: "1",
      startedAt: at(1),
      seenAt: at(2),
      connected: true,
      revision: 3,
      addresses: ["http://a"],
    };
    await store.nodes.save(node);
    await store.nodes.save({ ...node, name: "gw-0", addresses: [] });
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.nodes.save({ ...node, revision: n })));
    await store.nodes.save({ ...node, revision: 7, connected: false });
    expect(await store.nodes.list()).toEqual([
      { ...node, name: "gw-0", addresses: [] },
      { ...node, revision: 7, connected: false },
    ]);
    const receipt = { node: "gw-1", revision: 7, at: at(3), latencyMs: 12.5, durationMs: 0.25, refused: null };
    await store.nodes.addReceipt(receipt);
    await store.nodes.addReceipt({ ...receipt, revision: 8, refused: "why" });
    await store.nodes.addReceipt({ ...receipt, node: "gw-0" });
    expect(await store.nodes.receipts({ node: "gw-1" })).toEqual([
      { ...receipt, revision: 8, refused: "why" },
      receipt,
    ]);
    expect(await store.nodes.receipts({ revision: 7 })).toHaveLength(2);
    expect(await store.nodes.receipts({ top: 1 })).toEqual([{ ...receipt, node: "gw-0" }]);
    expect([await store.nodes.remove("gw-0"), await store.nodes.remove("gw-0")]).toEqual([true, false]);
  });
}
