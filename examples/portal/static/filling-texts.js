// What the views Làm hồ sơ and Cơ quan say beside the form.

export const fillingTexts = {
  vi: {
    producerDone: "Hồ sơ đã đủ, không còn lỗi",
    producerNext: "Ở cổng thật, hồ sơ được gửi tới UBND cấp xã ngay lúc này. Cổng mẫu không có nơi nhận: hãy tải gói hồ sơ rồi nộp theo cách UBND cấp xã hướng dẫn.",
    officeDone: "Phần của cơ quan đã xong, hồ sơ không còn lỗi",
    officeNext: "Ở cổng thật, hồ sơ được chuyển tới nơi tiếp theo ngay lúc này. Cổng mẫu không có nơi nhận: hãy tải gói hồ sơ để chuyển đi.",
    finishedWhere: "Dành cho người làm cổng: mã gửi hồ sơ về máy chủ đặt trong hàm handOn của tệp filling.js.",
    savePackage: "Tải gói hồ sơ (ZIP)",
    packing: "Đang đóng gói…",
    packed: "Đã đóng gói xong.",
    withoutFiles: "Gói hồ sơ còn lỗi nên chỉ mở phần hồ sơ; các tệp minh chứng trong gói chưa vào, cần thêm lại.",
  },

  en: {
    producerDone: "The dossier is complete, without errors",
    producerNext: "A real portal would now send it to the commune. This example has nowhere to send it: save the package and hand it in as your commune says.",
    officeDone: "Your part is done, and the dossier has no errors",
    officeNext: "A real portal would now pass it on. This example has nowhere to send it: save the package to pass it on.",
    finishedWhere: "For who makes a portal: the code that sends it to a server goes into handOn in filling.js.",
    savePackage: "Save the package (ZIP)",
    packing: "Packing…",
    packed: "Packed.",
    withoutFiles: "The package has errors, so only its dossier was opened. Its files of evidence have to be added anew.",
  },
};
