package schemas

import (
	"strings"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// label says what a value of an enumeration means; a value without a label of
// its own stands for itself.
func label(value string) lang.Text {
	if t, ok := labels[value]; ok {
		return t
	}
	if name := dossier.ProducerKind(value).Name(); name.Vi != "" {
		return name
	}
	if name := dossier.RecordState(value).Name(); name.Vi != "" {
		return name
	}
	if name := dossier.Office(value).Name(); name.Vi != "" {
		return name
	}
	if name := dossier.Ground(value).Name(); name.Vi != "" {
		return name
	}
	if name := qd26.EvidenceName(value); name.Vi != "" {
		return name
	}
	if name := qd26.SectorName(value); name.Vi != "" {
		return name
	}
	if name := procedure.StepKind(value).Name(); name.Vi != "" {
		return lang.Text{Vi: upperFirst(name.Vi), En: upperFirst(name.En)}
	}
	if name, ok := places.Province(value); ok {
		return lang.Text{Vi: name, En: name}
	}
	return lang.Text{Vi: value, En: value}
}

func upperFirst(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}

var labels = map[string]lang.Text{
	"first":                         {Vi: "Lần đầu", En: "First"},
	"upgrade":                       {Vi: "Nâng hạng", En: "Upgrade"},
	"re-assessment":                 {Vi: "Đánh giá lại", En: "Re-assessment"},
	"male":                          {Vi: "Nam", En: "Male"},
	"female":                        {Vi: "Nữ", En: "Female"},
	"majority":                      {Vi: "Quá nửa số thành viên", En: "More than half of the members"},
	"all":                           {Vi: "Tất cả thành viên", En: "All members"},
	"mean":                          {Vi: "Điểm trung bình của thành viên", En: "The members' mean points"},
	"classified":                    {Vi: "Đã xếp hạng", En: "Classified"},
	"incomplete":                    {Vi: "Chưa đủ", En: "Incomplete"},
	"stopped":                       {Vi: "Dừng đánh giá", En: "Stopped"},
	"rejected":                      {Vi: "Bị loại", En: "Rejected"},
	"no-quorum":                     {Vi: "Không đủ thành viên", En: "No quorum"},
	"spread-too-wide":               {Vi: "Chênh lệch quá mức", En: "Spread too wide"},
	"province":                      {Vi: "Cấp tỉnh", En: "Province"},
	"ministry":                      {Vi: "Bộ Nông nghiệp và Môi trường", En: "Ministry of Agriculture and Environment"},
	"reject":                        {Vi: "Loại hồ sơ", En: "Rejects the dossier"},
	"stop":                          {Vi: "Dừng đánh giá", En: "Stops the assessment"},
	"minimum":                       {Vi: "Yêu cầu tối thiểu của hạng sao", En: "A minimum of the star"},
	"points":                        {Vi: "Thêm điểm", En: "Points"},
	"error":                         {Vi: "Lỗi", En: "Error"},
	"warning":                       {Vi: "Cảnh báo", En: "Warning"},
	"schema":                        {Vi: "JSON Schema cũng phát hiện được", En: "JSON Schema finds it too"},
	"rule":                          {Vi: "Chỉ thư viện phát hiện được", En: "Beyond JSON Schema"},
	"qd26-2026":                     {Vi: "Quyết định 26/2026/QĐ-TTg", En: "Decision 26/2026/QĐ-TTg"},
	"commune":                       {Vi: "UBND cấp xã", En: "Commune"},
	"micro":                         {Vi: "Siêu nhỏ", En: "Micro"},
	"small":                         {Vi: "Nhỏ", En: "Small"},
	"medium":                        {Vi: "Vừa", En: "Medium"},
	"large":                         {Vi: "Lớn", En: "Large"},
	"supermarket":                   {Vi: "Siêu thị", En: "Supermarket"},
	"convenience-store":             {Vi: "Cửa hàng tiện lợi", En: "Convenience store"},
	"e-commerce":                    {Vi: "Sàn thương mại điện tử", En: "E-commerce"},
	"shop":                          {Vi: "Cửa hàng, đại lý", En: "Shop or agent"},
	"export":                        {Vi: "Xuất khẩu", En: "Export"},
	"completion":                    {Vi: "Hoàn thiện hồ sơ", En: "Completion of the dossier"},
	"survey":                        {Vi: "Khảo sát, kiểm tra thực tế", En: "Survey on the spot"},
	"test":                          {Vi: "Kiểm nghiệm bổ sung", En: "Additional test"},
	"meeting":                       {Vi: "Họp trực tiếp", En: "In a meeting"},
	"written":                       {Vi: "Lấy ý kiến bằng văn bản", En: "In writing"},
	"periodic":                      {Vi: "Định kỳ", En: "Periodic"},
	"unannounced":                   {Vi: "Đột xuất", En: "Unannounced"},
	"kept":                          {Vi: "Còn đáp ứng yêu cầu", En: "Requirements still met"},
	"breach":                        {Vi: "Thuộc trường hợp phải thu hồi", En: "A ground for withdrawal"},
	"recognised":                    {Vi: "Được công nhận", En: "Recognised"},
	"qd148-2023":                    {Vi: "Quyết định 148/QĐ-TTg", En: "Decision 148/QĐ-TTg"},
	"qd1048-2019":                   {Vi: "Quyết định 1048/QĐ-TTg", En: "Decision 1048/QĐ-TTg"},
	"refused":                       {Vi: "Không được công nhận", En: "Refused"},
	"open":                          {Vi: "Còn hạn", En: "Open"},
	"done":                          {Vi: "Đã xong", En: "Done"},
	"missed":                        {Vi: "Đã quá hạn", En: "Missed"},
	"commune-review":                {Vi: "Cấp xã đánh giá hồ sơ (khoản 2 Điều 7)", En: "The commune's review (Article 7.2)"},
	"transition":                    {Vi: "Kết thúc đánh giá theo quy định cũ (khoản 2 Điều 12)", En: "The end of the assessment by the earlier rules (Article 12.2)"},
	"province-round":                {Vi: "Đợt đánh giá của cấp tỉnh (khoản 1 Điều 5)", En: "The province's round (Article 5.1)"},
	"ministry-round":                {Vi: "Đợt đánh giá của Bộ (khoản 2 Điều 5)", En: "The ministry's round (Article 5.2)"},
	"province-reassessment":         {Vi: "Cấp tỉnh đánh giá lại (điểm g khoản 6 Điều 7)", En: "The province's re-assessment (Article 7.6.g)"},
	"ministry-reassessment":         {Vi: "Bộ đánh giá lại (điểm g khoản 6 Điều 7)", En: "The ministry's re-assessment (Article 7.6.g)"},
	"renewal":                       {Vi: "Nộp hồ sơ đánh giá lại (điểm a khoản 6 Điều 7)", En: "Filing for re-assessment (Article 7.6.a)"},
	"expiry":                        {Vi: "Hết thời hạn giấy chứng nhận (khoản 3 Điều 4)", En: "The certificate's expiry (Article 4.3)"},
	"extension":                     {Vi: "Hết thời gian kéo dài (khoản 3 Điều 12)", En: "The end of the extension (Article 12.3)"},
	"withdrawal":                    {Vi: "Thu hồi giấy chứng nhận (khoản 4 Điều 8)", En: "The certificate's withdrawal (Article 8.4)"},
	"application/pdf":               {Vi: "Tài liệu PDF", En: "PDF document"},
	"image/jpeg":                    {Vi: "Ảnh JPEG", En: "JPEG picture"},
	"image/png":                     {Vi: "Ảnh PNG", En: "PNG picture"},
	"image/webp":                    {Vi: "Ảnh WebP", En: "WebP picture"},
	"image/tiff":                    {Vi: "Ảnh TIFF", En: "TIFF picture"},
	"image/heic":                    {Vi: "Ảnh HEIC", En: "HEIC picture"},
	"audio/mpeg":                    {Vi: "Ghi âm MP3", En: "MP3 recording"},
	"audio/mp4":                     {Vi: "Ghi âm M4A", En: "M4A recording"},
	"video/mp4":                     {Vi: "Phim MP4", En: "MP4 film"},
	"video/quicktime":               {Vi: "Phim MOV", En: "MOV film"},
	"application/msword":            {Vi: "Văn bản Word cũ", En: "Older Word document"},
	"application/vnd.ms-excel":      {Vi: "Bảng tính Excel cũ", En: "Older Excel spreadsheet"},
	"application/vnd.ms-powerpoint": {Vi: "Trình chiếu PowerPoint cũ", En: "Older PowerPoint presentation"},
	"application/zip":               {Vi: "Tệp nén ZIP", En: "ZIP archive"},
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": {Vi: "Trình chiếu PowerPoint", En: "PowerPoint presentation"},
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   {Vi: "Văn bản Word", En: "Word document"},
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         {Vi: "Bảng tính Excel", En: "Excel spreadsheet"},
}
