package main

import (
	"io"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// verb is a verb of the command.
type verb struct {
	name  string
	run   func(*command, []string) int
	forms lang.Text // how it is called and what that does, a line each
	flags lang.Text // what its flags mean, a line each
}

// verbs lists the verbs in the order that help shows them.
func verbs() []verb {
	return []verb{
		{
			name: "score", run: (*command).score,
			forms: lang.Text{
				Vi: `  ocop score [--json] TỆP…      kết quả của một phiếu chấm điểm, hoặc phần tự đánh giá của một hồ sơ
  ocop score --jsonl TỆP…       mỗi dòng một phiếu, mỗi dòng một kết quả
  ocop score --explain TỆP…     thêm từng bước dẫn đến kết quả
`,
				En: `  ocop score [--json] FILE…     what follows from a sheet, or from a dossier's own claims
  ocop score --jsonl FILE…      one sheet a line in, one result a line out
  ocop score --explain FILE…    with each step that leads to the verdict
`,
			},
			flags: lang.Text{
				Vi: `  --json       mỗi tệp một dòng dữ liệu: kết quả, hoặc {"problems":[…]}
  --jsonl      cũng vậy với mỗi dòng của tệp; dòng có mục id thì dòng trả lời có cùng id
  --explain    thêm từng bước dẫn đến kết quả
  --on NGÀY    với hồ sơ: hồ sơ chưa nộp được xét như nộp vào ngày này, như 2026-09-17; không có thì theo ngày ghi trên phiếu đăng ký
  --holidays L với hồ sơ: ngày nghỉ và ngày làm bù của từng năm, trong tệp L, thay cho lịch có sẵn của năm đó
`,
				En: `  --json       a line of data for each file: the result, or {"problems":[…]}
  --jsonl      the same for each line of a file; the answer to a line with an id bears the same id
  --explain    also each step that leads to the verdict
  --on DATE    of dossiers: one that is not filed yet is judged as if filed on this day, such as 2026-09-17; without it by the day of its registration form
  --holidays F of dossiers: the days off, and worked in exchange, of each year, in file F, in place of those built in
`,
			},
		},
		{
			name: "plan", run: (*command).plan,
			forms: lang.Text{
				Vi: `  ocop plan --star N TỆP        cách rẻ nhất để lên N sao
`,
				En: `  ocop plan --star N FILE       the cheapest way to N stars
`,
			},
			flags: lang.Text{
				Vi: `  --star N     số sao muốn đạt, 1 đến 5; không có thì lấy trong tệp
  --others K   thêm K cách khác, 0 đến 3
  --json       dạng dữ liệu
`,
				En: `  --star N     the star to reach, 1 to 5; the file's own where it is not given
  --others K   K more ways, 0 to 3
  --json       as data
`,
			},
		},
		{
			name: "council", run: (*command).council,
			forms: lang.Text{
				Vi: `  ocop council TỆP              phiếu của các thành viên thành kết quả của hội đồng
  ocop council --ministry T TỆP thêm kết quả của hội đồng cấp trung ương
`,
				En: `  ocop council FILE             members' sheets to the council's outcome
  ocop council --ministry F FILE  with the outcome of the ministry's council
`,
			},
			flags: lang.Text{
				Vi: `  --ministry T phiếu của hội đồng cấp trung ương, trong tệp T
  --json       dạng dữ liệu
`,
				En: `  --ministry F the sheets of the ministry's council, in file F
  --json       as data
`,
			},
		},
		{
			name: "vector", run: (*command).vector,
			forms: lang.Text{
				Vi: `  ocop vector TỆP               một phiếu thành một dòng chữ
  ocop vector --parse DÒNG      dòng chữ thành phiếu
`,
				En: `  ocop vector FILE              a sheet as one line of text
  ocop vector --parse TEXT      and back
`,
			},
		},
		{
			name: "validate", run: (*command).validate,
			forms: lang.Text{
				Vi: `  ocop validate TỆP…            hồ sơ có gì sai, có gì cần xem lại
  ocop validate --on NGÀY TỆP   cũng vậy, hồ sơ chưa nộp xét như nộp vào ngày đó
  ocop validate GÓI.zip         cũng vậy với gói hồ sơ, kể cả các tệp trong gói
  ocop validate --as sheet TỆP  cũng vậy với phiếu (sheet), hội đồng (council), kế hoạch (plan)
`,
				En: `  ocop validate FILE…           what is wrong in a dossier, and what to look at
  ocop validate --on DATE FILE  the same, a dossier that is not filed yet as if filed on that day
  ocop validate PACKAGE.zip     also a dossier's package, with the files in it
  ocop validate --as sheet FILE also a sheet, a council, a plan
`,
			},
			flags: lang.Text{
				Vi: `  --as LOẠI    dossier (hồ sơ), sheet (phiếu), council (hội đồng) hoặc plan (kế hoạch)
  --on NGÀY    với hồ sơ: hồ sơ chưa nộp được xét như nộp vào ngày này, như 2026-09-17; không có thì theo ngày ghi trên phiếu đăng ký
  --holidays L với hồ sơ: ngày nghỉ và ngày làm bù của từng năm, trong tệp L, thay cho lịch có sẵn của năm đó
  --json       mỗi tệp một dòng dữ liệu: {"valid":…,"problems":[…]}
  --jsonl      cũng vậy với mỗi dòng của tệp; dòng có mục id thì dòng trả lời có cùng id
`,
				En: `  --as KIND    dossier, sheet, council or plan
  --on DATE    of dossiers: one that is not filed yet is judged as if filed on this day, such as 2026-09-17; without it by the day of its registration form
  --holidays F of dossiers: the days off, and worked in exchange, of each year, in file F, in place of those built in
  --json       a line of data for each file: {"valid":…,"problems":[…]}
  --jsonl      the same for each line of a file; the answer to a line with an id bears the same id
`,
			},
		},
		{
			name: "pack", run: (*command).pack,
			forms: lang.Text{
				Vi: `  ocop pack HỒ_SƠ.json THƯ_MỤC  đóng hồ sơ và các tệp minh chứng trong thư mục thành một gói BagIt (ZIP)
`,
				En: `  ocop pack DOSSIER.json DIR    a dossier and its files of evidence, which stand in DIR, as one BagIt bag (ZIP)
`,
			},
			flags: lang.Text{
				Vi: `  -o, --out T  ghi gói vào tệp T, thay tệp cũ nếu có; - là đầu ra chuẩn; không có thì là HỒ_SƠ.zip, và không thay tệp đã có
  --on NGÀY    ngày đóng gói ghi trong bag-info.txt, như 2026-09-17; không có thì không ghi
`,
				En: `  -o, --out F  writes the package to file F, in place of one that is there; - is standard output; DOSSIER.zip without it, which replaces nothing
  --on DATE    the day of packing to write in bag-info.txt, such as 2026-09-17; none without it
`,
			},
		},
		{
			name: "unpack", run: (*command).unpack,
			forms: lang.Text{
				Vi: `  ocop unpack GÓI.zip THƯ_MỤC   kiểm tra gói rồi mở ra một thư mục mới; gói sai thì không mở
`,
				En: `  ocop unpack PACKAGE.zip DIR   checks a package and unpacks it into a new folder; one that is not valid is not unpacked
`,
			},
		},
		{
			name: "deadlines", run: (*command).deadlines,
			forms: lang.Text{
				Vi: `  ocop deadlines [--on NGÀY] TỆP  việc nào phải xong ngày nào, của một hồ sơ hoặc các mốc ngày
`,
				En: `  ocop deadlines [--on DATE] FILE  what is due when, of a dossier or of milestones
`,
			},
			flags: lang.Text{
				Vi: `  --on NGÀY    xem tính đến ngày này, như 2026-09-17; không có thì không nói việc nào quá hạn
  --holidays L ngày nghỉ và ngày làm bù của từng năm, trong tệp L, thay cho lịch có sẵn của năm đó
  --json       dạng dữ liệu: {"due":[…],"on":…}
`,
				En: `  --on DATE    as of this day, such as 2026-09-17; without it nothing is said to be missed
  --holidays F the days off, and worked in exchange, of each year, in file F, in place of those built in
  --json       as data: {"due":[…],"on":…}
`,
			},
		},
		{
			name: "life", run: (*command).life,
			forms: lang.Text{
				Vi: `  ocop life [--on NGÀY] TỆP     hồ sơ hoặc giấy chứng nhận đang ở đâu sau các bước đã đi, còn đi được bước nào
`,
				En: `  ocop life [--on DATE] FILE    where a dossier or a certificate stands after its steps, and what may come next
`,
			},
			flags: lang.Text{
				Vi: `  --on NGÀY    xem tính đến ngày này, như 2026-09-17; không có thì sau bước cuối cùng
  --json       dạng dữ liệu
`,
				En: `  --on DATE    as of this day, such as 2026-09-17; without it after the last step
  --json       as data
`,
			},
		},
		{
			name: "paper", run: (*command).paper,
			forms: lang.Text{
				Vi: `  ocop paper TÊN TỆP            lập giấy để in, ký: form-01, form-02, form-03 từ hồ sơ; score-sheet và
                                self-assessment từ phiếu hoặc hồ sơ; minutes từ hội đồng hoặc hồ sơ;
                                report: điều score in ra, từ phiếu hoặc hồ sơ
`,
				En: `  ocop paper NAME FILE          a paper to print and sign: form-01, form-02, form-03 from a dossier; score-sheet
                                and self-assessment from a sheet or a dossier; minutes from a council or a dossier;
                                report: what score prints, from a sheet or a dossier
`,
			},
			flags: lang.Text{
				Vi: `  --format D   text (mặc định), html, docx hoặc json
  -o TỆP       ghi vào tệp này, không in ra
  --ministry   biên bản của Hội đồng cấp trung ương trong hồ sơ
`,
				En: `  --format F   text (as where it is left out), html, docx or json
  -o FILE      write to this file
  --ministry   the minutes of the ministry's council in a dossier
`,
			},
		},
		{
			name: "registry", run: (*command).registry,
			forms: lang.Text{
				Vi: `  ocop registry [--on NGÀY] TỆP…  số liệu của chương trình từ sổ theo dõi sản phẩm (JSON Lines hoặc CSV), tính như một sổ
  ocop registry convert TỆP…    đổi dạng sổ: --to jsonl, csv hoặc excel; --public bỏ dữ liệu cá nhân
  ocop registry record HỒ_SƠ…   bản ghi của hồ sơ đã có quyết định
  ocop registry diff TRƯỚC SAU  khác nhau giữa hai sổ; --patch dạng JSON Patch, để apply SỔ BẢN_VÁ
  ocop registry merge GỐC TA HỌ gộp hai bản sửa từ một bản gốc; chỗ hai bên ghi khác nhau thì nói ra
  ocop registry deliver --from AI THƯ_MỤC TỆP…  bản kê của lần giao; verify BẢN_KÊ THƯ_MỤC kiểm lại
`,
				En: `  ocop registry [--on DATE] FILE…  the programme's figures of product records (JSON Lines or CSV), counted as one register
  ocop registry convert FILE…   another form: --to jsonl, csv or excel; --public leaves personal data out
  ocop registry record DOSSIER… the records of dossiers that were decided
  ocop registry diff OLD NEW    what differs; --patch as a JSON Patch, which apply REGISTER PATCH applies
  ocop registry merge BASE OURS THEIRS  one register of two that came out of a third; conflicts are said
  ocop registry deliver --from WHO DIR FILE…  the manifest of a delivery; verify MANIFEST DIR checks it
`,
			},
			flags: lang.Text{
				Vi: `  --on NGÀY    tính đến ngày này, như 2026-09-17; không có thì hôm nay
  --since NGÀY so với ngày này
  --format D   text (mặc định), html (một trang có biểu đồ) hoặc json
  --json       như --format json
  -o, --out T  ghi vào tệp T, không in ra
  --keep BÊN   merge: chỗ hai bên ghi khác nhau thì giữ base (mặc định) hoặc ours
  --from, --to deliver: ai giao, giao cho ai
  --previous T deliver, verify: bản kê của lần giao trước
  --key T      deliver: khóa riêng Ed25519 (PEM) để ký, chữ ký ghi vào tệp của -o thêm .sig; verify: khóa công khai
  --signature T  verify: tệp chữ ký, nếu không phải BẢN_KÊ.sig
`,
				En: `  --on DATE    as of this day, such as 2026-09-17; today without it
  --since DATE compared with this day
  --format F   text (as where it is left out), html (one page with charts) or json
  --json       the same as --format json
  -o, --out F  write to file F
  --keep SIDE  merge: what stands at a conflict, base (as where it is left out) or ours
  --from, --to deliver: who hands over, and to whom
  --previous F deliver, verify: the manifest of the delivery before
  --key F      deliver: the private Ed25519 key (PEM) to sign by, the signature goes to the file of -o with .sig; verify: the public key
  --signature F  verify: the signature, where it is not MANIFEST.sig
`,
			},
		},
		{
			name: "schema", run: (*command).schema,
			forms: lang.Text{
				Vi: `  ocop schema [TÊN]             JSON Schema; --dir THƯ_MỤC ghi tất cả, --shape: để sinh lớp
`,
				En: `  ocop schema [NAME]            JSON Schemas; --dir DIR writes them all, --shape: to generate classes
`,
			},
		},
		{
			name: "trace", run: (*command).trace,
			forms: lang.Text{
				Vi: `  ocop trace [--json] TỆP…      mỗi lô đã xuất đi được làm từ gì, ở đâu, lúc nào, và chuỗi có gì không khớp;
                                các tệp là sự kiện EPCIS 2.0 (JSON-LD) của cùng một chuỗi
  ocop trace --html TỆP…        trang một lô hàng cho điện thoại người mua, có mã QR
`,
				En: `  ocop trace [--json] FILE…     what each lot that was shipped was made of, where and when, and what does not
                                fit in its chain; the files are EPCIS 2.0 events (JSON-LD) of one chain
  ocop trace --html FILE…       the page of a lot for a shopper's phone, with its QR code
`,
			},
			flags: lang.Text{
				Vi: `  --set N      thêm: các mức điểm của bộ sản phẩm N cần truy xuất nguồn gốc điện tử, mức nào có đủ sự kiện
  --json       dạng dữ liệu: {"lots":[…],"places":[…],"problems":[…]}
  --forward MÃ lô hoặc kiện có mã này (Digital Link hoặc EPC) đã đi đâu, thành gì: dạng dữ liệu
  --lot LÔ     với --html: lô nào, nếu có nhiều lô
  --record SỔ  với --html: sổ theo dõi sản phẩm, để ghi hạng sao và giấy chứng nhận
  --on NGÀY    với --html: xét giấy chứng nhận và hạn dùng vào ngày này, như 2026-09-17; không có thì không xét
  --address A  với --html: địa chỉ trong mã QR; không có thì là mã GS1 Digital Link của lô
  --picture T  với --html: ảnh sản phẩm đặt trong trang, nhiều nhất 1 MiB
  -o, --out T  với --html: ghi vào tệp T
`,
				En: `  --set N      also which options of product set N that ask for electronic traceability the events bear out
  --json       as data: {"lots":[…],"places":[…],"problems":[…]}
  --forward K  where the goods of this key (a Digital Link or EPC) went, and what was made of them: as data
  --lot LOT    with --html: which lot, where there are several
  --record F   with --html: product records, for the stars and the certificate
  --on DATE    with --html: certificate and shelf life as of this day, such as 2026-09-17; nothing is said of a day without it
  --address A  with --html: the address in the QR code; the lot's GS1 Digital Link without it
  --picture F  with --html: a picture of the product to stand in the page, 1 MiB at most
  -o, --out F  with --html: write to file F
`,
			},
		},
		{
			name: "rubric", run: (*command).rubric,
			forms: lang.Text{
				Vi: `  ocop rubric [--set N]         bộ tiêu chí, có chữ
  ocop rubric --json [--set N]  bộ tiêu chí, dạng dữ liệu
`,
				En: `  ocop rubric [--set N]         the rubric for people
  ocop rubric --json [--set N]  the rubric as data
`,
			},
			flags: lang.Text{
				Vi: `  --set N      chỉ bộ sản phẩm số N
  --edition E  bộ tiêu chí tên E, như qd26-2026
  --json       dạng dữ liệu
`,
				En: `  --set N      product set N alone
  --edition E  the rubric of that id, such as qd26-2026
  --json       as data
`,
			},
		},
		{
			name: "serve", run: (*command).serve,
			forms: lang.Text{
				Vi: `  ocop serve [--addr ĐỊA_CHỈ]   các việc trên qua HTTP, tại 127.0.0.1:8026 nếu không nêu
`,
				En: `  ocop serve [--addr ADDRESS]   the same over HTTP, at 127.0.0.1:8026 unless told otherwise
`,
			},
			flags: lang.Text{
				Vi: `  --addr ĐỊA_CHỈ  máy và cổng để phục vụ, như 127.0.0.1:8026
`,
				En: `  --addr ADDRESS  the host and port to serve at, such as 127.0.0.1:8026
`,
			},
		},
		{
			name: "version", run: (*command).version,
			forms: lang.Text{
				Vi: `  ocop version [--json]         phiên bản và các bộ tiêu chí có sẵn; cũng là ocop --version
`,
				En: `  ocop version [--json]         the version and the built-in rubrics; also ocop --version
`,
			},
		},
		{
			name: "help", run: (*command).help,
			forms: lang.Text{
				Vi: `  ocop help [LỆNH]              trang này, hoặc riêng một lệnh
`,
				En: `  ocop help [VERB]              this page, or that of one verb
`,
			},
		},
	}
}

// find is the verb of that name, or of the flag that stands for it.
func find(name string) (v verb, ok bool) {
	switch name {
	case "--help", "-h":
		name = "help"
	case "--version":
		name = "version"
	}
	for _, v := range verbs() {
		if v.name == name {
			return v, true
		}
	}
	return verb{}, false
}

// What help says before the verbs, and after them.
var (
	title = lang.Text{
		Vi: "ocop: chấm điểm và xếp hạng sản phẩm OCOP theo Quyết định 26/2026/QĐ-TTg\n\n",
		En: "ocop: scores and ranks OCOP products by Decision 26/2026/QĐ-TTg\n\n",
	}
	common = lang.Text{
		Vi: `
Cờ chung: --lang vi|en, --rubric TỆP (nạp thêm bộ tiêu chí), --replace TỆP (thay bộ tiêu chí có sẵn cùng tên).
Kết quả theo bộ tiêu chí tự nạp luôn ghi tên và SHA-256 của bộ đó. TỆP là - thì đọc từ đầu vào chuẩn.
Không có --lang thì báo cáo viết bằng tiếng Việt; trang này và lời báo dùng sai theo LC_ALL, LC_MESSAGES hoặc LANG.
Mã thoát: 0 xong; 1 xong, dữ liệu vào có lỗi; 2 không dùng, không đọc hoặc không ghi được;
141 bên đọc kết quả đã đóng; 128+N bị tín hiệu N kết thúc.
`,
		En: `
Every verb: --lang vi|en, --rubric FILE (loads another rubric), --replace FILE (in place of the built-in one of its id).
What follows from a loaded rubric names its id and SHA-256. FILE - is standard input.
Without --lang reports are in Vietnamese; this page and what is wrong with a call follow LC_ALL, LC_MESSAGES or LANG.
Exit: 0 done; 1 done, something in the input is wrong; 2 could not be used, read or written;
141 the reader of the output went away; 128+N ended by signal N.
`,
	}
)

// usage is how the command is used.
func usage(l lang.Lang) string {
	var b strings.Builder
	b.WriteString(title.In(l))
	for _, v := range verbs() {
		b.WriteString(v.forms.In(l))
	}
	b.WriteString(common.In(l))
	return b.String()
}

// page is how a verb is used.
func (v *verb) page(l lang.Lang) string {
	text := v.forms.In(l)
	if flags := v.flags.In(l); flags != "" {
		text += "\n" + flags
	}
	return text + common.In(l)
}

// help runs the verb help.
func (c *command) help(args []string) int {
	flags := pflag.NewFlagSet("help", pflag.ContinueOnError)
	if _, code, done := c.parse(flags, args); done {
		return code
	}
	text := usage(c.user)
	switch flags.NArg() {
	case 0:
	case 1:
		v, ok := find(flags.Arg(0))
		if !ok {
			return c.unusable("Không có lệnh “%s”. Gõ ocop help.", "There is no verb “%s”. Try ocop help.", flags.Arg(0))
		}
		text = v.page(c.user)
	default:
		return c.unusable("Chỉ nêu một lệnh.", "Name one verb.")
	}
	_, _ = io.WriteString(c.stdout, text) // run looks at the error
	return exitOK
}
