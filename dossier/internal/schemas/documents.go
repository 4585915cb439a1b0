package schemas

// The shapes of the documents whose Go types are not plain structs: what
// strangers write (sheet, council, plan) and what they read (result, outcome …).

type sheet struct {
	Edition string            `json:"edition" validate:"oneof=qd26-2026" jsonschema:"title=Bộ tiêu chí" en:"Edition"`
	Set     int               `json:"set" validate:"min=1,max=26" jsonschema:"title=Bộ sản phẩm" en:"Product set"`
	Answers map[string]string `json:"answers" jsonschema:"title=Mức điểm đã chọn theo tiêu chí" en:"Option for each criterion"`
	Gates   []string          `json:"gates,omitempty" jsonschema:"title=Trường hợp bị loại đã phát hiện" en:"Knock-outs found"`
	remarks
}

// remarks are what stands beside a sheet's answers.
type remarks struct {
	About    *sheetAbout         `json:"about,omitempty" jsonschema:"title=Thông tin đầu phiếu" en:"What stands at the head"`
	Evidence map[string][]string `json:"evidence,omitempty" jsonschema:"title=Loại minh chứng đã xem theo tiêu chí" en:"Kinds of evidence seen for each criterion"`
	Notes    map[string]string   `json:"notes,omitempty" validate:"dive,ocop_note" jsonschema:"title=Ghi chú theo tiêu chí" en:"Note on each criterion"`
}

type sheetAbout struct {
	Product  string `json:"product,omitempty" validate:"ocop_head" jsonschema:"title=Sản phẩm" en:"Product"`
	Producer string `json:"producer,omitempty" validate:"ocop_head" jsonschema:"title=Chủ thể" en:"Producer"`
	Address  string `json:"address,omitempty" validate:"ocop_head" jsonschema:"title=Địa chỉ" en:"Address"`
	Assessor string `json:"assessor,omitempty" validate:"ocop_head" jsonschema:"title=Người chấm" en:"Who scores"`
	Day      string `json:"day,omitempty" validate:"ocop_day" jsonschema:"title=Ngày chấm" en:"Day"`
}

type plan struct {
	sheet
	Locked []string       `json:"locked,omitempty" jsonschema:"title=Tiêu chí giữ nguyên" en:"Criteria that must stay"`
	Cost   map[string]int `json:"cost,omitempty" jsonschema:"title=Chi phí thay đổi từng tiêu chí" en:"Cost of changing each criterion"`
	Star   int            `json:"star,omitempty" validate:"min=1,max=5" jsonschema:"title=Hạng sao cần đạt" en:"Star to reach"`
}

type council struct {
	Edition string   `json:"edition" validate:"oneof=qd26-2026" jsonschema:"title=Bộ tiêu chí" en:"Edition"`
	Set     int      `json:"set" validate:"min=1,max=26" jsonschema:"title=Bộ sản phẩm" en:"Product set"`
	Seats   int      `json:"seats,omitempty" validate:"min=1,max=100" jsonschema:"title=Số thành viên Hội đồng" en:"Members that the council has"`
	Members []member `json:"members" validate:"min=1,max=100,dive" jsonschema:"title=Phiếu của thành viên" en:"Members' sheets"`
	Gates   []string `json:"gates,omitempty" jsonschema:"title=Trường hợp bị loại đã phát hiện" en:"Knock-outs found"`
	Policy  *policy  `json:"policy,omitempty" jsonschema:"title=Quy chế hoạt động của Hội đồng" en:"The council's rules of procedure"`

	About *councilAbout `json:"about,omitempty" jsonschema:"title=Thông tin đầu biên bản" en:"What stands at the head of the minutes"`
}

type councilAbout struct {
	Product  string `json:"product,omitempty" validate:"ocop_head" jsonschema:"title=Sản phẩm" en:"Product"`
	Producer string `json:"producer,omitempty" validate:"ocop_head" jsonschema:"title=Chủ thể" en:"Producer"`
	Address  string `json:"address,omitempty" validate:"ocop_head" jsonschema:"title=Địa chỉ" en:"Address"`
	Day      string `json:"day,omitempty" validate:"ocop_day" jsonschema:"title=Ngày họp" en:"Day of the meeting"`
	Place    string `json:"place,omitempty" validate:"ocop_head" jsonschema:"title=Nơi họp" en:"Place of the meeting"`
	Rules    string `json:"rules,omitempty" validate:"ocop_head" jsonschema:"title=Số hoặc tên quy chế hoạt động đã ban hành" en:"The rules of procedure as issued, by number or name"`
	RulesDay string `json:"rulesDay,omitempty" validate:"ocop_day" jsonschema:"title=Ngày ban hành quy chế" en:"Day they were issued"`
}

type member struct {
	ID      string            `json:"id" validate:"required,max=64" jsonschema:"title=Mã thành viên" en:"Member's id"`
	Answers map[string]string `json:"answers" jsonschema:"title=Mức điểm đã chọn theo tiêu chí" en:"Option for each criterion"`
	Chair   bool              `json:"chair,omitempty" jsonschema:"title=Chủ tịch Hội đồng" en:"Chair"`
	Edition string            `json:"edition,omitempty" jsonschema:"title=Bộ tiêu chí" en:"Edition"`
	Set     int               `json:"set,omitempty" jsonschema:"title=Bộ sản phẩm" en:"Product set"`
	Name    string            `json:"name,omitempty" validate:"ocop_head" jsonschema:"title=Họ tên thành viên" en:"Member's name"`
	remarks
}

type policy struct {
	MaxSpread     *int   `json:"maxSpread,omitempty" validate:"min=0,max=100" jsonschema:"title=Chênh lệch tối đa giữa các phiếu (điểm)" en:"Greatest spread (points)"`
	Quorum        string `json:"quorum,omitempty" validate:"ocop_quorum" jsonschema:"title=Tỷ lệ thành viên có mặt tối thiểu" en:"Quorum"`
	ChairRequired bool   `json:"chairRequired,omitempty" jsonschema:"title=Bắt buộc có Chủ tịch" en:"The chair must be present"`
	Minima        string `json:"minima,omitempty" validate:"oneof=majority all mean" jsonschema:"title=Cách xét yêu cầu tối thiểu" en:"When a minimum is met"`
}

type result struct {
	Edition       string            `json:"edition" jsonschema:"title=Bộ tiêu chí" en:"Edition"`
	Set           int               `json:"set" validate:"min=1" jsonschema:"title=Bộ sản phẩm" en:"Product set"`
	Rubric        *loadedRubric     `json:"rubric,omitempty" jsonschema:"title=Bộ tiêu chí tự nạp" en:"Loaded rubric"`
	Answers       map[string]string `json:"answers,omitempty" jsonschema:"title=Mức điểm đã chọn theo tiêu chí" en:"Option for each criterion"`
	Status        string            `json:"status" validate:"oneof=classified incomplete stopped rejected" jsonschema:"title=Trạng thái" en:"Status"`
	Total         int               `json:"total" validate:"min=0,max=100" jsonschema:"title=Tổng điểm" en:"Total (points)"`
	Parts         parts             `json:"parts" jsonschema:"title=Điểm từng phần" en:"Points by part"`
	Band          *int              `json:"band" validate:"null,min=1,max=5" jsonschema:"title=Hạng theo tổng điểm" en:"Band of the total"`
	Star          *int              `json:"star" validate:"null,min=1,max=5" jsonschema:"title=Hạng sao" en:"Stars"`
	Authority     *string           `json:"authority" validate:"null,oneof=province ministry" jsonschema:"title=Cấp công nhận" en:"Who recognises it"`
	Shortfalls    []shortfall       `json:"shortfalls" jsonschema:"title=Yêu cầu tối thiểu chưa đạt" en:"Minima missed"`
	Gates         []gate            `json:"gates" jsonschema:"title=Trường hợp bị loại" en:"Knock-outs"`
	Unanswered    []string          `json:"unanswered" jsonschema:"title=Tiêu chí chưa trả lời" en:"Unanswered criteria"`
	NotApplicable []string          `json:"notApplicable" jsonschema:"title=Tiêu chí không áp dụng" en:"Criteria that fall away"`
	Bounds        *bounds           `json:"bounds" validate:"null" jsonschema:"title=Kết quả còn có thể" en:"Outcomes still possible"`
}

// loadedRubric is the mark of what follows from a rubric that was loaded.
type loadedRubric struct {
	ID     string `json:"id" jsonschema:"title=Bộ tiêu chí" en:"Edition"`
	SHA256 string `json:"sha256" validate:"ocop_sha256" jsonschema:"title=SHA-256 của tệp bộ tiêu chí" en:"SHA-256 of the rubric's document"`
}

type parts struct {
	A int `json:"A" validate:"min=0,max=100" jsonschema:"title=Phần A" en:"Part A"`
	B int `json:"B" validate:"min=0,max=100" jsonschema:"title=Phần B" en:"Part B"`
	C int `json:"C" validate:"min=0,max=100" jsonschema:"title=Phần C" en:"Part C"`
}

type shortfall struct {
	Star      int     `json:"star" validate:"min=3,max=5" jsonschema:"title=Hạng sao" en:"Star"`
	Criterion string  `json:"criterion" jsonschema:"title=Tiêu chí" en:"Criterion"`
	Have      *string `json:"have" validate:"null" jsonschema:"title=Mức hiện có" en:"Option that stands"`
	Need      string  `json:"need" jsonschema:"title=Mức cần đạt" en:"Option needed"`
}

type gate struct {
	ID     string `json:"id" jsonschema:"title=Mã trường hợp bị loại" en:"Knock-out"`
	Effect string `json:"effect" validate:"oneof=reject stop" jsonschema:"title=Hệ quả" en:"Effect"`
}

type bounds struct {
	Total [2]int `json:"total" jsonschema:"title=Tổng điểm thấp nhất và cao nhất" en:"Least and greatest total"`
	Star  [2]int `json:"star" jsonschema:"title=Hạng sao thấp nhất và cao nhất" en:"Least and greatest star"`
}

type outcome struct {
	Edition       string         `json:"edition" jsonschema:"title=Bộ tiêu chí" en:"Edition"`
	Set           int            `json:"set" validate:"min=1" jsonschema:"title=Bộ sản phẩm" en:"Product set"`
	Rubric        *loadedRubric  `json:"rubric,omitempty" jsonschema:"title=Bộ tiêu chí tự nạp" en:"Loaded rubric"`
	Status        string         `json:"status" validate:"oneof=rejected stopped no-quorum incomplete spread-too-wide classified" jsonschema:"title=Trạng thái" en:"Status"`
	Members       []memberTotal  `json:"members" jsonschema:"title=Điểm của thành viên" en:"Members' points"`
	Seats         *int           `json:"seats" validate:"null,min=1,max=100" jsonschema:"title=Số thành viên Hội đồng" en:"Members that the council has"`
	Sum           int            `json:"sum" validate:"min=0" jsonschema:"title=Tổng các phiếu" en:"Sum (points)"`
	Count         int            `json:"count" validate:"min=1" jsonschema:"title=Số phiếu" en:"Sheets"`
	Average       *string        `json:"average" validate:"null" jsonschema:"title=Điểm trung bình" en:"Average"`
	Spread        int            `json:"spread" validate:"min=0,max=100" jsonschema:"title=Chênh lệch (điểm)" en:"Spread (points)"`
	Widest        []string       `json:"widest" jsonschema:"title=Hai phiếu xa nhau nhất" en:"The two sheets furthest apart"`
	Band          *int           `json:"band" validate:"null,min=1,max=5" jsonschema:"title=Hạng theo điểm trung bình" en:"Band of the average"`
	Star          *int           `json:"star" validate:"null,min=1,max=5" jsonschema:"title=Hạng sao" en:"Stars"`
	Authority     *string        `json:"authority" validate:"null,oneof=province ministry" jsonschema:"title=Cấp công nhận" en:"Who recognises it"`
	Margin        *int           `json:"margin" validate:"null" jsonschema:"title=Số điểm dư so với hạng" en:"Points above the band's least sum"`
	Gates         []gate         `json:"gates" jsonschema:"title=Trường hợp bị loại" en:"Knock-outs"`
	Contested     []contested    `json:"contested" jsonschema:"title=Yêu cầu tối thiểu còn ý kiến khác nhau" en:"Minima on which members differ"`
	Pairs         []pair         `json:"pairs" jsonschema:"title=Các cặp phiếu chênh lệch" en:"Pairs too far apart"`
	Disagreements []disagreement `json:"disagreements" jsonschema:"title=Tiêu chí chấm khác nhau" en:"Criteria on which points differ"`
	Policy        *policy        `json:"policy,omitempty" jsonschema:"title=Quy chế hoạt động của Hội đồng" en:"The council's rules of procedure"`
}

type memberTotal struct {
	ID    string `json:"id" jsonschema:"title=Mã thành viên" en:"Member's id"`
	Chair bool   `json:"chair" jsonschema:"title=Chủ tịch Hội đồng" en:"Chair"`
	Total int    `json:"total" validate:"min=0,max=100" jsonschema:"title=Tổng điểm" en:"Total (points)"`
	Parts parts  `json:"parts" jsonschema:"title=Điểm từng phần" en:"Points by part"`
}

type contested struct {
	Star      int    `json:"star" validate:"min=3,max=5" jsonschema:"title=Hạng sao" en:"Star"`
	Criterion string `json:"criterion" jsonschema:"title=Tiêu chí" en:"Criterion"`
	Met       int    `json:"met" validate:"min=0,max=100" jsonschema:"title=Số phiếu đạt" en:"Members who say it is met"`
	Missed    int    `json:"missed" validate:"min=0,max=100" jsonschema:"title=Số phiếu không đạt" en:"Members who say it is missed"`
}

type pair struct {
	Members [2]string `json:"members" jsonschema:"title=Hai thành viên" en:"Two members"`
	Points  int       `json:"points" validate:"min=0,max=100" jsonschema:"title=Chênh lệch (điểm)" en:"Points apart"`
}

type disagreement struct {
	Criterion string `json:"criterion" jsonschema:"title=Tiêu chí" en:"Criterion"`
	Points    [2]int `json:"points" jsonschema:"title=Điểm thấp nhất và cao nhất" en:"Least and most points"`
}

type planResult struct {
	way
	Others []way `json:"others,omitempty" validate:"max=3" jsonschema:"title=Các cách khác" en:"Other ways"`
}

// way is one way to a star.
type way struct {
	Edition   string        `json:"edition,omitempty" jsonschema:"title=Bộ tiêu chí" en:"Edition"`
	Set       int           `json:"set,omitempty" validate:"min=1" jsonschema:"title=Bộ sản phẩm" en:"Product set"`
	Star      int           `json:"star" validate:"min=1,max=5" jsonschema:"title=Hạng sao cần đạt" en:"Star to reach"`
	Reachable bool          `json:"reachable" jsonschema:"title=Đạt được" en:"Whether it can be reached"`
	Cost      *int          `json:"cost" validate:"null,min=0" jsonschema:"title=Chi phí" en:"Cost"`
	Total     fromTo        `json:"total" jsonschema:"title=Tổng điểm" en:"Total (points)"`
	Changes   []change      `json:"changes" jsonschema:"title=Việc cần làm" en:"Changes"`
	BlockedBy []string      `json:"blockedBy,omitempty" jsonschema:"title=Vướng mắc" en:"What stands in the way"`
	Rubric    *loadedRubric `json:"rubric,omitempty" jsonschema:"title=Bộ tiêu chí tự nạp" en:"Loaded rubric"`
}

type fromTo struct {
	From int  `json:"from" validate:"min=0,max=100" jsonschema:"title=Hiện có" en:"Now"`
	To   *int `json:"to" validate:"null,min=0,max=100" jsonschema:"title=Sau thay đổi" en:"Then"`
}

type change struct {
	Criterion string `json:"criterion" jsonschema:"title=Tiêu chí" en:"Criterion"`
	From      string `json:"from" jsonschema:"title=Từ mức" en:"From option"`
	To        string `json:"to" jsonschema:"title=Lên mức" en:"To option"`
	Points    int    `json:"points" validate:"min=0,max=100" jsonschema:"title=Điểm thêm" en:"Points gained"`
	Reason    string `json:"reason" validate:"oneof=minimum points" jsonschema:"title=Lý do" en:"Reason"`
}

type difference struct {
	Before  result      `json:"before" jsonschema:"title=Kết quả trước" en:"Result before"`
	After   result      `json:"after" jsonschema:"title=Kết quả sau" en:"Result after"`
	Changes []answered  `json:"changes" jsonschema:"title=Tiêu chí chấm khác" en:"Criteria answered otherwise"`
	Opened  []shortfall `json:"opened" jsonschema:"title=Yêu cầu tối thiểu mới bị thiếu" en:"Minima missed now and not before"`
	Closed  []shortfall `json:"closed" jsonschema:"title=Yêu cầu tối thiểu không còn thiếu" en:"Minima missed before and not now"`
}

type answered struct {
	Criterion string  `json:"criterion" jsonschema:"title=Tiêu chí" en:"Criterion"`
	From      *string `json:"from" validate:"null" jsonschema:"title=Từ mức" en:"From option"`
	To        *string `json:"to" validate:"null" jsonschema:"title=Sang mức" en:"To option"`
	Points    int     `json:"points" validate:"min=-100,max=100" jsonschema:"title=Điểm thay đổi" en:"Points gained or lost"`
}

type verdict struct {
	Valid    bool      `json:"valid" jsonschema:"title=Hợp lệ" en:"Valid"`
	Problems []finding `json:"problems" jsonschema:"title=Các lỗi và cảnh báo" en:"Problems"`
}

type problems struct {
	Problems []finding `json:"problems" jsonschema:"title=Các lỗi và cảnh báo" en:"Problems"`
}

type finding struct {
	Code     string            `json:"code" jsonschema:"title=Mã lỗi" en:"Code"`
	Path     string            `json:"path" jsonschema:"title=Vị trí (JSON Pointer)" en:"Place (JSON Pointer)"`
	Severity string            `json:"severity" validate:"oneof=error warning" jsonschema:"title=Mức độ" en:"Severity"`
	Layer    string            `json:"layer" validate:"oneof=schema rule" jsonschema:"title=Nơi phát hiện được" en:"Who can find it"`
	Message  message           `json:"message" jsonschema:"title=Nội dung" en:"Message"`
	Params   map[string]string `json:"params" jsonschema:"title=Tham số" en:"Parameters"`
}

type message struct {
	Vi string `json:"vi" jsonschema:"title=Tiếng Việt" en:"Vietnamese"`
	En string `json:"en" jsonschema:"title=Tiếng Anh" en:"English"`
}

// officialPaper is a paper as a tree; a node has the members of its kind.
type officialPaper struct {
	Name  string `json:"name" validate:"oneof=form-01 form-02 form-03 score-sheet self-assessment minutes report" jsonschema:"title=Loại giấy" en:"Paper"`
	Lang  string `json:"lang" validate:"oneof=vi en" jsonschema:"title=Ngôn ngữ" en:"Language"`
	Title string `json:"title" jsonschema:"title=Tiêu đề" en:"Title"`
	Wide  bool   `json:"wide" jsonschema:"title=Khổ ngang" en:"Page on its side"`
	Nodes []node `json:"nodes" jsonschema:"title=Nội dung" en:"Nodes"`
}

type node struct {
	Kind    string   `json:"kind" validate:"oneof=heading paragraph field ticks list table meters signatures page-break" jsonschema:"title=Loại" en:"Kind"`
	Text    string   `json:"text,omitempty" jsonschema:"title=Chữ" en:"Text"`
	Level   int      `json:"level,omitempty" validate:"min=1,max=3" jsonschema:"title=Bậc của đề mục" en:"Level of a heading"`
	Spans   []span   `json:"spans,omitempty" jsonschema:"title=Chữ theo từng đoạn" en:"The text again, in pieces, where some are set off"`
	Style   string   `json:"style,omitempty" validate:"oneof=centre motto note result" jsonschema:"title=Kiểu" en:"Style of a paragraph"`
	Value   *string  `json:"value,omitempty" validate:"null" jsonschema:"title=Nội dung đã điền" en:"What is filled in; null is a blank"`
	Lines   int      `json:"lines,omitempty" validate:"min=1" jsonschema:"title=Số dòng để trống" en:"Lines of the blank"`
	Boxes   []box    `json:"boxes,omitempty" jsonschema:"title=Các ô" en:"Boxes"`
	Items   []item   `json:"items,omitempty" jsonschema:"title=Các mục" en:"Items"`
	Meters  []meter  `json:"meters,omitempty" jsonschema:"title=Các thanh điểm" en:"Bars, one below the other"`
	Head    []string `json:"head,omitempty" jsonschema:"title=Đầu bảng" en:"Head of a table"`
	Widths  []int    `json:"widths,omitempty" jsonschema:"title=Độ rộng các cột" en:"Widths of the columns, as shares of their sum"`
	Numbers []int    `json:"numbers,omitempty" jsonschema:"title=Các cột số, từ 0" en:"Columns of numbers, from 0"`
	Bare    bool     `json:"bare,omitempty" jsonschema:"title=Không kẻ đường" en:"Without lines"`
	Rows    []row    `json:"rows,omitempty" jsonschema:"title=Các hàng" en:"Rows"`
	Signers []signer `json:"signers,omitempty" jsonschema:"title=Người ký" en:"Signers, side by side"`
	Gap     bool     `json:"gap,omitempty" jsonschema:"title=Cách dòng trên" en:"With room above it"`
	Added   bool     `json:"added,omitempty" jsonschema:"title=Mẫu không in" en:"The form does not print it"`
}

// span is a piece of a text; one without a tone is as the rest.
type span struct {
	Text string `json:"text" jsonschema:"title=Chữ" en:"Text"`
	Tone string `json:"tone,omitempty" validate:"oneof=strong faint star alarm" jsonschema:"title=Sắc thái" en:"How it is set off"`
}

type item struct {
	Mark    string   `json:"mark,omitempty" validate:"oneof=• ✗ ?" jsonschema:"title=Dấu đầu mục" en:"Mark"`
	Text    string   `json:"text" jsonschema:"title=Chữ" en:"Text"`
	Spans   []span   `json:"spans,omitempty" jsonschema:"title=Chữ theo từng đoạn" en:"The text in pieces"`
	Details []detail `json:"details,omitempty" jsonschema:"title=Chi tiết" en:"What is told of it below"`
}

type detail struct {
	Label string `json:"label" jsonschema:"title=Nhãn" en:"Label"`
	Text  string `json:"text" jsonschema:"title=Chữ" en:"Text"`
	Spans []span `json:"spans,omitempty" jsonschema:"title=Chữ theo từng đoạn" en:"The text in pieces"`
}

type meter struct {
	Label string `json:"label" jsonschema:"title=Nhãn" en:"Label"`
	Value int    `json:"value" validate:"min=0" jsonschema:"title=Đạt" en:"So much"`
	Most  int    `json:"most" validate:"min=1" jsonschema:"title=Tối đa" en:"Of so much"`
}

type box struct {
	Label  string `json:"label" jsonschema:"title=Nhãn" en:"Label"`
	Ticked bool   `json:"ticked" jsonschema:"title=Đã đánh dấu" en:"Ticked"`
}

type row struct {
	Cells  []cell `json:"cells" jsonschema:"title=Các ô của hàng" en:"Cells"`
	Strong bool   `json:"strong,omitempty" jsonschema:"title=Chữ đậm" en:"A heading or a sum"`
}

type cell struct {
	Text  string `json:"text" jsonschema:"title=Chữ" en:"Text"`
	Boxes []box  `json:"boxes,omitempty" jsonschema:"title=Các ô" en:"Boxes"`
	Span  int    `json:"span,omitempty" validate:"min=2" jsonschema:"title=Số cột" en:"Columns that it takes"`
}

type signer struct {
	Place *string `json:"place" validate:"null" jsonschema:"title=Nơi, ngày" en:"Place and day"`
	Title *string `json:"title" validate:"null" jsonschema:"title=Chức danh" en:"Title"`
	Note  *string `json:"note" validate:"null" jsonschema:"title=Cách ký" en:"How to sign"`
	Name  *string `json:"name" validate:"null" jsonschema:"title=Họ tên" en:"Name"`
}
