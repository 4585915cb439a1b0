// What the page says as one works. The same keys in both languages: a test holds that.

export const texts = {
  vi: {
    pageTitle: "{view} · Chấm điểm OCOP",
    loading: "Đang tải…",
    viewFailed: "Chưa tải được phần này. Kiểm tra đường mạng rồi thử lại.",
    retry: "Thử lại",
    undo: "Hoàn tác",
    failed: "Chưa làm được việc này",
    unexpected: "Lỗi ngoài dự kiến: {reason}",

    paperChoice: "Loại giấy",
    paperComing: "Đang lập giấy…",
    paperPrint: "In",
    paperWord: "Tải tệp Word",
    paperPage: "Tải tệp HTML",
    minutes: "Biên bản của Hội đồng",

    offline: "Đang không có mạng; vẫn chấm điểm được.",
    offlineReady: "Đã lưu vào máy, dùng được khi không có mạng.",
    newVersion: "Có bản mới của trang.",
    useNewVersion: "Dùng bản mới",

    sampleFailed: "Không tải được ví dụ. Kiểm tra đường mạng rồi thử lại.",

    setNumber: "Bộ sản phẩm {set}",
    rejected: "Hồ sơ bị loại",
    stopped: "Dừng đánh giá",
    incomplete: "Có phiếu chưa chấm xong",
    stars: "{n} sao",
  },

  en: {
    pageTitle: "{view} · OCOP scoring",
    loading: "Loading…",
    viewFailed: "This part could not be loaded. Check the connection and try again.",
    retry: "Try again",
    undo: "Undo",
    failed: "This did not work",
    unexpected: "Unexpected error: {reason}",

    paperChoice: "Paper",
    paperComing: "Filling in the paper…",
    paperPrint: "Print",
    paperWord: "Save for Word",
    paperPage: "Save as HTML",
    minutes: "Minutes of the council",

    offline: "No connection; scoring still works.",
    offlineReady: "Kept on this device, works without a connection.",
    newVersion: "There is a new version of this page.",
    useNewVersion: "Use it",

    sampleFailed: "The example could not be loaded. Check the connection and try again.",

    setNumber: "Product set {set}",
    rejected: "Dossier rejected",
    stopped: "Assessment stopped",
    incomplete: "A sheet is incomplete",
    stars: "{n} stars",
  },
};
