package schemas

import (
	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
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
	if name, ok := places.Province(value); ok {
		return lang.Text{Vi: name, En: name}
	}
	return lang.Text{Vi: value, En: value}
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
