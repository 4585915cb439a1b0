// Chromium and Firefox, by puppeteer.

import puppeteer from "puppeteer-core";
import { chromiumPath, firefoxPath } from "./paths.mjs";

export const chromium = () => launch({ browser: "chrome", executablePath: chromiumPath(), args: ["--no-sandbox"] });

export const firefox = () => launch({ browser: "firefox", executablePath: firefoxPath() });

async function launch(options) {
  const browser = await puppeteer.launch({ ...options, protocolTimeout: 120_000, handleSIGTERM: false, handleSIGHUP: false });
  const [page] = await browser.pages();
  page.setDefaultTimeout(60_000);
  const heard = [];
  page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  const find = async (...args) => (await page.evaluateHandle(...args)).asElement();
  const click = async (...args) => (await find(...args)).click();
  return {
    heard,
    open: (address) => page.goto(address),
    reload: () => page.reload(),
    evaluate: (...args) => page.evaluate(...args),
    click,
    async choose(file, ...args) {
      const [chooser] = await Promise.all([page.waitForFileChooser(), click(...args)]);
      await chooser.accept([file].flat());
    },
    write: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}
