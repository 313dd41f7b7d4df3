// A static server without dependencies, for `make run` and the journeys.
//
//   node src/web/serve.mjs [--port 8080] [--base /some/path/] [--folder dist] [--exact]
//
// --port 0 takes any free port; a busy port gives way to the next one, unless --exact.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".ndjson": "application/x-ndjson; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const COMPRESSED = /\.(css|csv|html|js|json|md|ndjson|svg|txt|wasm|webmanifest)$/;
const COMPRESSED_UP_TO = 16_000_000;

/** Serves a folder on 127.0.0.1; answers `{ address, close }`. */
export async function serve({ folder = "dist", port = 8080, base = "/", exact = false } = {}) {
  const root = resolve(folder);
  const prefix = `/${base}/`.replace(/\/+/g, "/");
  const packed = new Map();
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const taken = await listen(server, port, exact);
  const address = `http://127.0.0.1:${taken}${prefix}`;
  const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { address, close };

  async function answer(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === prefix.slice(0, -1)) {
      response.writeHead(308, { Location: prefix });
      return response.end();
    }
    if (!pathname.startsWith(prefix)) return refuse(response, 404);
    const file = locate(pathname.slice(prefix.length));
    const found = file && (await stat(file).catch(() => null));
    if (!found?.isFile()) return refuse(response, 404);
    await send(request, response, file, found);
  }

  /** The file of a path, or null for one that would leave the folder. */
  function locate(path) {
    try {
      const file = normalize(join(root, decodeURIComponent(path)));
      if (file === root || file === root + sep) return join(root, "index.html");
      return file.startsWith(root + sep) ? file : null;
    } catch {
      return null;
    }
  }

  async function send(request, response, file, { size, mtimeMs }) {
    const isSealed = /-[0-9a-f]{10}\.(js|wasm|css)$/.test(file);
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    response.setHeader("Cache-Control", isSealed ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (COMPRESSED.test(file) && size <= COMPRESSED_UP_TO) {
      response.setHeader("Vary", "Accept-Encoding");
      if (/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
        const body = await pack(file, `${file}:${size}:${mtimeMs}`);
        response.writeHead(200, { "Content-Encoding": "gzip", "Content-Length": body.length });
        return response.end(request.method === "HEAD" ? undefined : body);
      }
    }
    response.writeHead(200, { "Content-Length": size });
    if (request.method === "HEAD") return response.end();
    createReadStream(file).on("error", () => response.destroy()).pipe(response);
  }

  async function pack(file, key) {
    if (!packed.has(key)) packed.set(key, await promisify(gzip)(await readFile(file)));
    return packed.get(key);
  }
}

function refuse(response, status) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${status}\n`);
}

async function listen(server, port, exact) {
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise((done, fail) => {
        server.once("error", fail);
        server.listen(candidate, "127.0.0.1", () => (server.off("error", fail), done()));
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || exact || candidate >= port + 50) throw error;
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      base: { type: "string", default: "/" },
      folder: { type: "string", default: "dist" },
      exact: { type: "boolean", default: false },
    },
  });
  try {
    const { address } = await serve({ ...values, port: Number(values.port) });
    console.log(`Aptauja: ${address}   (Ctrl+C ends it)`);
  } catch (error) {
    console.error(`The server could not start: ${error.message}`);
    process.exitCode = 1;
  }
}
