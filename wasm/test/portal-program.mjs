// The example portal as a program: built once, started on a free port.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "ocop-portal-"));
const program = join(temporary, "portal");
execFileSync("go", ["build", "-o", program, "./examples/portal"], { cwd: root });
process.on("exit", () => rmSync(temporary, { recursive: true }));

/** Starts the portal with a checkout's wasm/npm as it stands: {url, stop}. */
export async function startPortal(cwd = root) {
  const child = spawn(program, ["-as-is", "-addr", "127.0.0.1:0"], { cwd, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [line] = await once(child.stdout, "data");
  const url = /http:\S+/.exec(String(line))[0];
  const stop = async () => {
    child.kill("SIGINT");
    const [code] = await ended;
    assert.equal(code, 0, "the portal stops in order");
  };
  return { url, stop };
}
