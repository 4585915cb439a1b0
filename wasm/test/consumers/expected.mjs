/** What try.js finds. */
export const expected = {
  total: 92,
  star: 4,
  name: "Sản phẩm cà phê, ca cao",
  criterion: "Nguồn nguyên liệu",
  valid: true,
  problem: "DOSSIER-01",
  refused: true,
};
