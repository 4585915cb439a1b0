// What the form's own controls say: days, places, the product's class, claims, rows, papers.

export const texts = {
  vi: {
    coDayExample: "ngày/tháng/năm, ví dụ 3/7/2026",
    coCalendar: "Chọn trên lịch",
    coToday: "Hôm nay",
    coDayUnread: "Chưa hiểu “{text}” là ngày nào, nên chưa ghi vào hồ sơ. Viết ngày trước, tháng sau, ví dụ 3/7/2026; năm hai chữ số từ 00 đến 69 là 2000 đến 2069, còn lại là 19…",

    coSetFirst: "Chọn bộ sản phẩm trước, rồi các tiêu chí hiện ra ở đây.",
    coSuggested: "Giấy tờ nên có: {have}/{all} loại",
    coPiecesThere: "hồ sơ đã có {n}",
    coPieceMissing: "hồ sơ chưa có",
    coTickedBefore: "đã đánh dấu có khi tự chấm",
  },
  en: {
    coDayExample: "day/month/year, such as 3/7/2026",
    coCalendar: "Choose in a calendar",
    coToday: "Today",
    coDayUnread: "“{text}” is no day that could be understood, so none is in the dossier. Write the day first, then the month, such as 3/7/2026; of two-figure years, 00 to 69 are 2000 to 2069, the others 19…",

    coSetFirst: "Choose the product set first; then the criteria stand here.",
    coSuggested: "Papers to have: {have}/{all} kinds",
    coPiecesThere: "{n} in the dossier",
    coPieceMissing: "none in the dossier yet",
    coTickedBefore: "ticked in the self-assessment",
  },
};
