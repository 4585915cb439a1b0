// Bytes of brotli of what each import brings into a page, with what it loads later.
// The modules have theirs in build.test.mjs.

const own = (file, limit) => ({ name: file, path: `node_modules/@ocop-vn/ocop/${file}`, limit, disablePlugins: ["@size-limit/esbuild"] });
const bundled = (file, limit, more) => ({ ...own(file, limit), disablePlugins: [], modifyEsbuildConfig: (config) => ({ ...config, format: "esm" }), ...more });
const named = (name, file, limit, more) => bundled(file, limit, { name: `{ ${name} } of ${file}`, import: `{ ${name} }`, ...more });

export default [
  named("edition", "index.js", "1 kB"),
  named("load", "index.js", "12 kB"),
  bundled("element.js", "59 kB"),
  bundled("dossier.js", "205 kB"),
  bundled("worker.js", "6 kB"),
  bundled("worker-script.js", "12 kB"),
  named("OcopScore", "react.js", "61 kB", { ignore: ["react"] }),
  named("OcopDossier", "react.js", "302 kB", { ignore: ["react"] }),
  named("OcopScore", "vue.js", "60 kB", { ignore: ["vue"] }),
  named("OcopDossier", "vue.js", "302 kB", { ignore: ["vue"] }),
  bundled("filetype.js", "4 kB"),
  bundled("papers.js", "9 kB"),
  bundled("pack.js", "17 kB"),
  bundled("integrity.js", "500 B"),
  own("words/qd26-2026/vi/all.json", "16 kB"),
  own("words/qd26-2026/en/all.json", "14 kB"),
  own("words/qd26-2026/rules.json", "3 kB"),
  own("words/qd26-2026/vi/dossier.json", "8 kB"),
  own("words/qd26-2026/en/dossier.json", "8 kB"),
  own("words/qd26-2026/places.json", "24 kB"),
];
