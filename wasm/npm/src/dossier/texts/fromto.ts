// What is said where a dossier comes from and goes to, and of what is due.

export const texts = {
  vi: {
    ftWhole: "Cả hồ sơ",
    ftCriterion: "Tiêu chí {code}",
    ftRow: "dòng {n}",
    ftRowNamed: "{n}. {name}",
  },
  en: {
    ftWhole: "The whole dossier",
    ftCriterion: "Criterion {code}",
    ftRow: "row {n}",
    ftRowNamed: "{n}. {name}",
  },
};
