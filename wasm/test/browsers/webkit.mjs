// WebKit as Debian has it: WebKitGTK's MiniBrowser on a screen that nobody sees,
// driven by WebKitWebDriver, which speaks W3C WebDriver.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { eventually } from "../eventually.mjs";

const elementKey = "element-6066-11e4-a52e-4f735466cecf"; // the standard's name for a reference
const patience = 60_000; // ms, for a machine with much else to do
const keys = { Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", ArrowUp: "\uE013", ArrowDown: "\uE015" };

export async function webkit() {
  const screen = await start("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(screen.stdio[3], "data");
  const port = await freePort();
  const driver = await start("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: "x11" } });
  const server = `http://127.0.0.1:${port}`;
  await eventually(() => ask("GET", `${server}/status`), patience);
  const { sessionId } = await ask("POST", `${server}/session`, { capabilities: { alwaysMatch: { timeouts: { script: patience, pageLoad: patience } } } });
  const session = (method, path, body) => ask(method, `${server}/session/${sessionId}${path}`, body);
  const evaluate = (work, ...args) => session("POST", "/execute/sync", { script: `return (${work})(...arguments)`, args });
  const click = async (...args) => session("POST", `/element/${(await evaluate(...args))[elementKey]}/click`, {});
  const isField = (found) => evaluate((element) => element.type === "file", found);
  const fieldBehind = async (...args) => {
    await evaluate(keepField);
    await click(...args);
    return eventually(() => evaluate(keptField), patience);
  };
  return {
    heard: [], // MiniBrowser tells nothing
    open: (url) => session("POST", "/url", { url }),
    reload: () => session("POST", "/refresh", {}),
    evaluate,
    click,
    async choose(file, ...args) {
      // WebDriver knows no chooser, only fields that stand in the page.
      const found = await evaluate(...args);
      const field = (await isField(found)) ? found : await fieldBehind(...args);
      await session("POST", `/element/${field[elementKey]}/value`, { text: [file].flat().join("\n") });
    },
    write: (text) => session("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions: [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) }] }),
    press: (key) => session("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions: ["keyDown", "keyUp"].map((type) => ({ type, value: keys[key] ?? key })) }] }),
    async resize(width, height) {
      const [beside, above] = await evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
      await session("POST", "/window/rect", { x: 0, y: 0, width: width + beside, height: height + above });
    },
    screenshot: async () => Buffer.from(await session("GET", "/screenshot"), "base64"),
    async close() {
      await ask("DELETE", `${server}/session/${sessionId}`);
      await Promise.all([driver, screen].map((child) => child.kill() && once(child, "exit")));
    },
  };
}

async function start(program, args, options) {
  const child = spawn(program, args, options);
  process.once("exit", () => child.kill());
  await once(child, "spawn"); // where the program is missing this throws
  return child;
}

/** What WebDriver answers; what it refuses is thrown. */
async function ask(method, address, body) {
  const { value } = await (await fetch(address, { method, body: body && JSON.stringify(body) })).json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** In the page: the next field for a file that is pressed stands in the page instead. */
function keepField() {
  document.querySelector("input[data-kept]")?.remove();
  HTMLInputElement.prototype.click = function () {
    delete HTMLInputElement.prototype.click;
    this.toggleAttribute("data-kept", true);
    document.body.append(this);
  };
}

function keptField() {
  const field = document.querySelector("input[data-kept]");
  if (!field) throw new Error("no file is asked for");
  return field;
}
