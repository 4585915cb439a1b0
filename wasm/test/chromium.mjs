// The browser of the tests that need no other.

import { chromium } from "playwright-core";
import { chromiumPath } from "./browsers/paths.mjs";

export const launch = (...more) => chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", ...more] });
