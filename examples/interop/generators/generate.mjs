// Generates classes from each shape with quicktype, in seven languages, and
// looks whether each type has its English name: node generate.mjs SHAPES OUT

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, languageNamed, quicktypeMultiFile } from "quicktype-core";

const [shapes, out] = process.argv.slice(2);
const languages = { java: "Java", csharp: "C#", kotlin: "Kotlin", python: "Python", typescript: "TypeScript", php: "PHP", go: "Go" };

const files = readdirSync(shapes).filter((name) => name.endsWith(".json"));
for (const file of files) {
  const name = basename(file, ".json");
  const text = readFileSync(join(shapes, file), "utf8");
  const shape = JSON.parse(text);
  const map = Object.keys(shape.properties ?? {}).length > 0 ? undefined : shape.additionalProperties?.$ref; // a map by data: what it holds takes the document's name
  const types = [shape.title, ...Object.keys(shape.$defs ?? {}).filter((type) => map !== `#/$defs/${type}`)];
  for (const lang of Object.keys(languages)) {
    const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
    await input.addSource({ name: shape.title, schema: text });
    const inputData = new InputData();
    inputData.addInput(input);
    const rendererOptions = lang === "java" ? { package: `vn.ocop.${name.replaceAll("-", "")}` } : {};
    const made = await quicktypeMultiFile({ inputData, lang, rendererOptions, outputFilename: `${shape.title}.${languageNamed(lang).extension}` });
    let all = "";
    for (const [path, { lines }] of made) {
      const target = join(out, lang, name, path);
      const code = compiles(lang, lines.join("\n"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
      all += `${path}\n${code}\n`;
    }
    const nameless = types.filter((type) => !new RegExp(`\\b${type}(Class|Element)?\\b`).test(all));
    if (nameless.length > 0) throw new Error(`${languages[lang]}, ${name}: no type ${nameless.join(", ")}`);
  }
}

/** Some builds of Jackson declare that writing throws IOException, of which JsonProcessingException is one: both compile with the wider. */
function compiles(lang, code) {
  return lang === "java" ? code.replaceAll(") throws JsonProcessingException {", ") throws IOException {") : code;
}
console.log(`quicktype: ${files.length} shapes in ${Object.values(languages).join(", ")}`);
