// Reads {"place": "diagram"} from standard input, and tells of each that Mermaid cannot parse.
import { text } from "node:stream/consumers";
import { JSDOM } from "jsdom";

globalThis.window = new JSDOM("").window; // Mermaid asks for a page even to parse
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

for (const [place, diagram] of Object.entries(JSON.parse(await text(process.stdin)))) {
  await mermaid.parse(diagram).catch((error) => {
    console.error(`${place}: ${error.message}`);
    process.exitCode = 1;
  });
}
