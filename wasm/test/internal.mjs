// The package's sources for tests that look inside it, as esbuild makes them.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A source with all that it imports, as one script. */
export async function bundled(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../npm/src/${name}.ts`, import.meta.url))],
    bundle: true, format: "esm", platform: "node", target: "es2022", write: false,
    nodePaths: [fileURLToPath(new URL("node_modules", import.meta.url))], // what the package has from others
  });
  return outputFiles[0].text;
}

/** What a source exports: await internal("element/texts"). */
export const internal = async (name) => import(`data:text/javascript;base64,${Buffer.from(await bundled(name)).toString("base64")}`);
