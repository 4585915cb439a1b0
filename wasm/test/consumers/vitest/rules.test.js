import { expect, test } from "vitest";
import { tried } from "./try.js";

test("the rules score, check and have words", async () => {
  expect(await tried()).toMatchObject({ total: 92, name: "Sản phẩm cà phê, ca cao", problem: "DOSSIER-01" });
});
