// The browser that the tests use: Debian's chromium, or the one CHROMIUM names.

import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const find = "command -v chromium || command -v chromium-browser || command -v google-chrome";

export function launch() {
  const executablePath = process.env.CHROMIUM ?? execFileSync("sh", ["-c", find]).toString().trim();
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
