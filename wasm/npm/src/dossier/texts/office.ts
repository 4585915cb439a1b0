// What the pages of the offices say: form 03, the advisory proposal, members' sheets.

export const texts = {
  vi: {
    ofPrint: "In",
  },
  en: {
    ofPrint: "Print",
  },
};
