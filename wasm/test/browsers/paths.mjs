// Where the browsers are: Debian's, or those that CHROMIUM and FIREFOX name.

import { execFileSync } from "node:child_process";

const first = (...names) => execFileSync("sh", ["-c", names.map((name) => `command -v ${name}`).join(" || ")]).toString().trim();

export const chromiumPath = () => process.env.CHROMIUM ?? first("chromium", "chromium-browser", "google-chrome");
export const firefoxPath = () => process.env.FIREFOX ?? first("firefox-esr", "firefox");
