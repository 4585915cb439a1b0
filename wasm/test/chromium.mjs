// The browser of the tests that need no other.

import { chromium } from "playwright-core";
import { shellPath } from "./browsers/paths.mjs";

/** Chromium now and then ends by itself (SIGSEGV) before it has shown a page, one start of a few thousand; then it is started once more. */
export const launch = async (...more) => {
  const start = () => chromium.launch({ executablePath: shellPath(), args: ["--no-sandbox", ...more] });
  try {
    return await start();
  } catch (error) {
    if (!/signal=SIGSEGV/.test(error.message)) throw error;
    return start();
  }
};
