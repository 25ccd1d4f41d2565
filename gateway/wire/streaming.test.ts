import { once } from "node:events";
import http from "node:http";
import { expect, test } from "vitest";
import { kept } from "@/gateway/testing/kept";
import { connect, sendRaw } from "@/gateway/testing/raw-client";
import { type Echoed, linesNamed, startEchoingUpstream, startUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire, type WireOptions } from "@/gateway/testing/start-wire";
import { wireBefore } from "@/gateway/testing/wire-before";
import { textBody } from "@/policy/body";
import { Headers } from "@/policy/headers";

const chunkBytes = 1024 * 1024;

test("a client that does not read stops the backend, and gets it all in the end", async () => {
  const chunks = 64;
  let written = 0;
  const upstream = await startUpstream(async (_request, response) => {
    response.writeHead(200, { "Content-Length": String(chunks * chunkBytes) });
    for (let index = 0; index < chunks; index++) {
      if (!response.write(Buffer.alloc(chunkBytes, index))) await once(response, "drain");
      written++;
    }
    response.end();
  });
  const wire = await wireBefore(upstream);
  const client = await connect(wire.port);
  client.pause();
  client.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  await new Promise((resolve) => setTimeout(resolve, 400));
  const stoppedAt = written;
  expect(stoppedAt).toBeLessThan(chunks / 2);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(written).toBe(stoppedAt);

  let received = 0;
  client.on("data", (chunk) => {
    received += chunk.byteLength;
  });
  client.resume();
  await once(client, "close");
  expect(received).toBeGreaterThan(chunks * chunkBytes);
  expect(written).toBe(chunks);
});

test("a backend that does not read stops the client, and gets it all in the end", async () => {
  const chunks = 64;
  let received = 0;
  let read = () => {};
  const upstream = await startUpstream((request, response) => {
    read = () => {
      request.on("data", (chunk: Buffer) => {
        received += chunk.byteLength;
      });
      request.on("end", () => response.end(String(received)));
    };
  });
  const wire = await wireBefore(upstream);
  const request = http.request({ port: wire.port, method: "POST", headers: { "Content-Length": chunks * chunkBytes } });
  let sent = 0;
  const sending = (async () => {
    for (let index = 0; index < chunks; index++) {
      if (!request.write(Buffer.alloc(chunkBytes))) await once(request, "drain");
      sent++;
    }
    request.end();
  })();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(sent).toBeLessThan(chunks / 2);
  read();
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  await sending;
  let body = "";
  for await (const chunk of response) body += chunk;
  expect(body).toBe(String(chunks * chunkBytes));
});

test("a request body without a length is sent on in chunks as it comes", async () => {
  const seen: string[] = [];
  const upstream = await startUpstream((request, response) => {
    expect(request.headers["transfer-encoding"]).toBe("chunked");
    request.on("data", (chunk: Buffer) => seen.push(chunk.toString()));
    request.on("end", () => response.end("done"));
  });
  const wire = await wireBefore(upstream);
  const client = await connect(wire.port);
  let text = "";
  client.on("data", (chunk) => {
    text += chunk;
  });
  client.write("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
  await expect.poll(() => seen).toEqual(["one"]);
  client.write("3\r\ntwo\r\n");
  await expect.poll(() => seen).toEqual(["one", "two"]);
  client.write("0\r\n\r\n");
  await expect.poll(() => text).toContain("done");
  client.destroy();
});

test("events arrive when they happen", async () => {
  const upstream = await startUpstream((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    let count = 0;
    const timer = setInterval(() => {
      response.write(`data: ${++count}\n\n`);
      if (count === 5) {
        clearInterval(timer);
        response.end();
      }
    }, 60);
  });
  const wire = await wireBefore(upstream, { forward: { bufferResponse: false } });
  const request = http.get({ port: wire.port });
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  const arrivals: [number, string][] = [];
  for await (const chunk of response) arrivals.push([performance.now(), String(chunk)]);
  expect(arrivals.map(([, text]) => text)).toEqual([1, 2, 3, 4, 5].map((count) => `data: ${count}\n\n`));
  for (let index = 1; index < arrivals.length; index++) {
    expect(arrivals[index]![0] - arrivals[index - 1]![0]).toBeGreaterThan(20);
  }
});

test("the head of an answer does not wait for its body", async () => {
  const upstream = await startUpstream((_request, response) => {
    response.writeHead(200, { "X-Early": "yes" });
    response.flushHeaders();
  });
  const wire = await wireBefore(upstream);
  const request = http.get({ port: wire.port });
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  expect(response.headers["x-early"]).toBe("yes");
  request.destroy();
});

test("200 requests at once, each with its own answer", async () => {
  const wire = await wireBefore(await startEchoingUpstream());
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const body = `body ${index} `.repeat(index);
      const response = await fetch(`http://127.0.0.1:${wire.port}/r/${index}`, { method: "POST", body });
      const echoed = (await response.json()) as Echoed;
      return echoed.url === `/r/${index}` && echoed.body === body;
    }),
  );
  expect(answers.every(Boolean)).toBe(true);
  expect(wire.unexpected).toEqual([]);
  await expect.poll(() => wire.server.inFlight).toBe(0);
});

test("a client that waits for 100 Continue gets it when somebody wants the body", async () => {
  const wire = await wireBefore(await startEchoingUpstream());
  const client = await connect(wire.port);
  let text = "";
  client.on("data", (chunk) => {
    text += chunk;
  });
  client.write("POST /c HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  await expect.poll(() => text).toBe("HTTP/1.1 100 Continue\r\n\r\n");
  client.write("hello");
  await expect.poll(() => text).toContain('"body":"hello"');
  expect(text).not.toContain('"Expect"');
  client.destroy();

  const refusing = kept(
    await startWire({
      handle: (exchange) => {
        exchange.response = { status: 401, reason: "Unauthorized", headers: new Headers(), body: textBody("no") };
      },
    }),
  );
  const refused = await sendRaw(
    refusing.port,
    "POST /c HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n",
  );
  expect(refused.text).not.toContain("100 Continue");
  expect(refused.status).toBe(401);
  expect(refused.ended).toBe(true);
});

test("a backend that answers before it has read the request is heard", async () => {
  const upstream = await startUpstream((_request, response) => {
    response.writeHead(413, { Connection: "close", "Content-Length": "8" });
    response.end("too much");
  });
  const wire = await wireBefore(upstream);
  const request = http.request({ port: wire.port, method: "POST", headers: { "Content-Length": 30 * chunkBytes } });
  request.on("error", () => {});
  request.write(Buffer.alloc(chunkBytes));
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  expect(response.statusCode).toBe(413);
  let body = "";
  for await (const chunk of response) body += chunk;
  expect(body).toBe("too much");
  request.destroy();
});

test("a body that a policy has read is sent whole, and again for a second attempt", async () => {
  const wire = await wireBefore(await startEchoingUpstream(), {
    handle: async (exchange, forward) => {
      expect(Buffer.from(await exchange.request.body.bytes()).toString()).toBe("again");
      await forward();
      await forward();
    },
  });
  const response = await fetch(`http://127.0.0.1:${wire.port}/`, { method: "POST", body: "again" });
  const echoed = (await response.json()) as Echoed;
  expect(echoed.body).toBe("again");
  expect(linesNamed(echoed, "content-length")).toEqual(["5"]);
});

test("a streamed body cannot be sent twice; a kept one can", async () => {
  const upstream = await startEchoingUpstream();
  const twice: WireOptions["handle"] = async (_exchange, forward) => {
    await forward();
    await forward();
  };
  const streamed = await wireBefore(upstream, { handle: twice });
  const refused = await fetch(`http://127.0.0.1:${streamed.port}/`, { method: "POST", body: "x" });
  expect(await refused.json()).toMatchObject({
    statusCode: 500,
    message: expect.stringContaining("buffer-request-body"),
  });
  const gathered = kept(
    await startWire({
      target: { baseUrl: upstream.url },
      forward: { bufferRequestBody: true },
      handle: twice,
    }),
  );
  const sent = await fetch(`http://127.0.0.1:${gathered.port}/`, { method: "POST", body: "x" });
  expect(((await sent.json()) as Echoed).body).toBe("x");
});
