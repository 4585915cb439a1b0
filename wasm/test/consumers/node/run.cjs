// The rules by require; and an error that they throw, which the module's class knows too.

const ocop = require("@ocop-vn/ocop");
const sheet = require("./sheet.json");

async function main() {
  const esm = await import("@ocop-vn/ocop");
  const rules = await ocop.load();
  let known;
  try {
    rules.score("[]");
  } catch (error) {
    known = [ocop.OcopError, esm.OcopError].every((kind) => error instanceof kind);
  }
  console.log(JSON.stringify({ total: rules.score(sheet).total, known, name: rules.rubric(13, { lang: "vi" }).name, problem: rules.validate("{}").problems[0].code }));
}

main();
