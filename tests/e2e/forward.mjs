// A small server in front of an LRS: it answers CORS, which the LRS does not, and can be down.

import { createServer, request } from "node:http";

/** @typedef {{port?: number, base?: string, headers?: Record<string, string>}} Way what of a request is not as it came */

/**
 * @param {number} port of the LRS on 127.0.0.1
 * @param {string} base path of its resources, such as `/xAPI`
 * @param {(path: string) => Way} [way] where a request goes instead
 */
export async function forward(port, base, way = () => ({})) {
  const door = { url: "", down: false, asked: 0, close: () => server.close() };
  const server = createServer((incoming, outgoing) => {
    door.asked += 1;
    if (door.down) return void incoming.socket.destroy();
    outgoing.setHeader("access-control-allow-origin", incoming.headers.origin ?? "*");
    outgoing.setHeader("access-control-allow-headers", "authorization, content-type, x-experience-api-version, if-match, if-none-match");
    outgoing.setHeader("access-control-allow-methods", "GET, POST, PUT, DELETE, OPTIONS");
    if (incoming.method === "OPTIONS") return void outgoing.writeHead(204).end();
    const to = { port, base, ...way(`${incoming.url}`) };
    const onward = request({ port: to.port, host: "127.0.0.1", method: incoming.method, path: to.base + incoming.url, headers: { ...incoming.headers, host: `127.0.0.1:${to.port}`, ...to.headers } }, (answer) => {
      const { etag } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, { "content-type": answer.headers["content-type"] ?? "application/json", ...(etag && { etag, "access-control-expose-headers": "ETag" }) });
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  // A test that fails leaves it open; nobody waits for that.
  server.unref();
  const address = server.address();
  door.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  return door;
}
