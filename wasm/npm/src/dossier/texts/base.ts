// What the frame of the form says: tasks, fields, checks.

export const texts = {
  vi: {
    optional: "(không bắt buộc)",
  },
  en: {
    optional: "(optional)",
  },
};
