// Chromium, Firefox and WebKit behind one small interface. Each has one window:
//
// - open(address), reload(): wait until the page is loaded
// - evaluate(work, ...args): what a function gives in the page, a promise too
// - click(find, ...args): presses the element that a function finds in the page
// - choose(file, find, ...args): the same, and gives the file chooser a file, or files
// - press(key): "Tab", "ArrowDown", "Escape" …; write(text): key by key
// - resize(width, height), screenshot(): of the page; a PNG
// - heard: errors of the page's console, as far as the browser tells; taken by whoever reads them
// - close()

import { chromium, firefox } from "./puppeteer.mjs";
import { webkit } from "./webkit.mjs";

export const browsers = { chromium, firefox, webkit };

// Whoever ends the tests ends the browser too, by what listens for the exit.
for (const signal of ["SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
