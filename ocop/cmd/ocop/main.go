// Command ocop scores OCOP sheets and shows the rubric; see README.md.
package main

import (
	"errors"
	"io"
	"os"
	"syscall"

	"github.com/mattn/go-colorable"
	"github.com/mattn/go-isatty"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Exit codes.
const (
	exitOK       = 0 // done
	exitProblems = 1 // done, and something in the input was found wrong
	exitUnusable = 2 // could not be used: flags, a file that cannot be read, an output that cannot be written

	exitSignal = 128                               // and the number of the signal that ended the command
	exitPipe   = exitSignal + int(syscall.SIGPIPE) // whoever read the output went away, as head does; what SIGPIPE would give
)

// command is what a verb runs with.
type command struct {
	stdin  io.Reader
	stdout *output
	stderr io.Writer
	color  bool
	lang   lang.Lang // set by --lang
}

func main() {
	c := &command{
		stdin:  os.Stdin,
		stdout: &output{to: colorable.NewColorableStdout()},
		stderr: os.Stderr,
		color:  os.Getenv("NO_COLOR") == "" && isatty.IsTerminal(os.Stdout.Fd()),
	}
	c.stdout.endOnSignal()
	os.Exit(c.run(os.Args[1:]))
}

const usage = `ocop: chấm điểm và xếp hạng sản phẩm OCOP theo Quyết định 26/2026/QĐ-TTg

  ocop score [--json] TỆP…      kết quả của một phiếu chấm điểm, hoặc phần tự đánh giá của một hồ sơ
  ocop score --jsonl TỆP…       mỗi dòng một phiếu, mỗi dòng một kết quả
  ocop score --explain TỆP…     thêm từng bước dẫn đến kết quả
  ocop plan --star N TỆP        cách rẻ nhất để lên N sao (--others K: thêm K cách khác)
  ocop council TỆP              phiếu của các thành viên thành kết quả của hội đồng
  ocop council --ministry T TỆP thêm kết quả của hội đồng cấp trung ương
  ocop vector TỆP               một phiếu thành một dòng chữ
  ocop vector --parse DÒNG      dòng chữ thành phiếu
  ocop validate TỆP…            hồ sơ có gì sai, có gì cần xem lại
  ocop validate --as sheet TỆP  cũng vậy với phiếu (sheet), hội đồng (council), kế hoạch (plan)
  ocop schema [TÊN]             JSON Schema; --dir THƯ_MỤC ghi tất cả
  ocop rubric [--set N]         bộ tiêu chí, có chữ
  ocop rubric --json [--set N]  bộ tiêu chí, dạng dữ liệu

score, validate, plan và council nhận --json để ra dữ liệu; score và validate nhận --jsonl (mỗi dòng một tài liệu).
Cờ chung: --lang vi|en, --rubric TỆP (nạp thêm bộ tiêu chí), --replace TỆP (thay bộ tiêu chí có sẵn cùng tên).
Kết quả theo bộ tiêu chí tự nạp luôn ghi tên và SHA-256 của bộ đó. TỆP là - thì đọc từ đầu vào chuẩn.
Mã thoát: 0 xong; 1 xong, dữ liệu vào có lỗi; 2 không dùng, không đọc hoặc không ghi được;
141 bên đọc kết quả đã đóng; 128+N bị tín hiệu N kết thúc.

ocop: scores and ranks OCOP products by Decision 26/2026/QĐ-TTg

  ocop score [--json] FILE…     what follows from a sheet, or from a dossier's own claims
  ocop score --jsonl FILE…      one sheet a line in, one result a line out
  ocop score --explain FILE…    with each step that leads to the verdict
  ocop plan --star N FILE       the cheapest way to N stars (--others K: K more)
  ocop council FILE             members' sheets to the council's outcome
  ocop council --ministry F FILE  with the outcome of the ministry's council
  ocop vector FILE              a sheet as one line of text
  ocop vector --parse TEXT      and back
  ocop validate FILE…           what is wrong in a dossier, and what to look at
  ocop validate --as sheet FILE also a sheet, a council, a plan
  ocop schema [NAME]            JSON Schemas; --dir DIR writes them all
  ocop rubric [--set N]         the rubric for people
  ocop rubric --json [--set N]  the rubric as data

score, validate, plan and council take --json for data; score and validate take --jsonl, a document a line.
Every verb: --lang vi|en, --rubric FILE (loads another rubric), --replace FILE (in place of the built-in one of its id).
What follows from a loaded rubric names its id and SHA-256. FILE - is standard input.
Exit: 0 done; 1 done, something in the input is wrong; 2 could not be used, read or written;
141 the reader of the output went away; 128+N ended by signal N.
`

// usage writes how the command is used.
func (c *command) usage() { _, _ = io.WriteString(c.stdout, usage) } // run looks at the error

// run runs a command line without the program's name and returns the exit code.
func (c *command) run(args []string) int {
	code := c.verb(args)
	switch err := c.stdout.flush(); {
	case err == nil:
		return code
	case errors.Is(err, syscall.EPIPE):
		return exitPipe
	default:
		return c.cannotWrite(err)
	}
}

// verb runs a verb.
func (c *command) verb(args []string) int {
	if len(args) == 0 {
		_, _ = io.WriteString(c.stderr, usage)
		return exitUnusable
	}
	switch verb := args[0]; verb {
	case "score":
		return c.score(args[1:])
	case "plan":
		return c.plan(args[1:])
	case "council":
		return c.council(args[1:])
	case "validate":
		return c.validate(args[1:])
	case "schema":
		return c.schema(args[1:])
	case "vector":
		return c.vector(args[1:])
	case "rubric":
		return c.rubric(args[1:])
	case "help", "--help", "-h":
		c.usage()
		return exitOK
	default:
		return c.unusable("Không có lệnh “%s”. Gõ ocop help.", "There is no verb “%s”. Try ocop help.", verb)
	}
}
