// Where the browsers are: Debian's, or those that CHROMIUM, CHROMIUM_SHELL and FIREFOX name.

import { execFileSync } from "node:child_process";

const first = (...names) => execFileSync("sh", ["-c", names.map((name) => `command -v ${name}`).join(" || ")]).toString().trim();

export const chromiumPath = () => process.env.CHROMIUM ?? first("chromium", "chromium-browser", "google-chrome");
/** Chromium without its window, which asks half as much of the processor; or with it. */
export const shellPath = () => process.env.CHROMIUM_SHELL ?? first("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
export const firefoxPath = () => process.env.FIREFOX ?? first("firefox-esr", "firefox");
