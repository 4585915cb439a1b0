const { load } = require("@ocop-vn/ocop");
const sheet = require("./sheet.json");

test("the rules score, check and have words", async () => {
  const ocop = await load();
  expect(ocop.score(sheet).total).toBe(92);
  expect(ocop.validate("{}").problems[0].code).toBe("DOSSIER-01");
  expect(ocop.rubric(13, { lang: "vi" }).name).toBe("Sản phẩm cà phê, ca cao");
});
