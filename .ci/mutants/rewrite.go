package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// mutant is one change of the source that a test should notice.
type mutant struct {
	id        int
	pkg       string // import path
	pos       token.Position
	key       string // file, function, operator, before → after: survives edits elsewhere
	detected  bool
	uncovered bool
	verdict   *verdict
}

// String is the key with the place, as a line of judged.txt may have it.
func (m *mutant) String() string {
	file, rest, _ := strings.Cut(m.key, " ")
	return fmt.Sprintf("%s:%d:%d %s", file, m.pos.Line, m.pos.Column, rest)
}

// rewriter writes a package's files anew with every mutant in them, each behind
// a switch. Ids go by the order of the source, so they are the same for every
// rewriting of the same files, whatever was dropped.
//
// A mutant's own branch has the source's text as it stood: only one mutant is
// on at a time, so those inside it are off there.
type rewriter struct {
	*source
	reach   bool         // write the variant that records what is reached
	keep    map[int]bool // the mutants to write; nil for all
	next    int          // the next id
	mutants []*mutant
	seen    map[string]int // how often a key was met

	src     []byte
	file    *ast.File
	name    string // relative path of the file
	used    bool
	fn      string
	parents map[ast.Node]ast.Node
	funcs   []*ast.FuncType
	loops   []string // what break and continue may leave: "for", "for ever", "switch"
}

// alternative is what a mutant makes of an expression or a statement.
type alternative struct {
	operator, shown, code string
	exact                 bool // code can be evaluated beside the original: no effect, no panic
}

// rewrite gives the files that have mutants, by path.
func (r *rewriter) rewrite() map[string][]byte {
	r.mutants, r.seen, r.parents = nil, map[string]int{}, map[ast.Node]ast.Node{}
	out := map[string][]byte{}
	for _, f := range r.files {
		if ast.IsGenerated(f.syntax) {
			continue
		}
		r.src, r.file, r.name, r.used, r.fn = f.text, f.syntax, f.rel, false, ""
		ast.PreorderStack(f.syntax, nil, func(n ast.Node, stack []ast.Node) bool {
			if len(stack) > 0 {
				r.parents[n] = stack[len(stack)-1]
			}
			return true
		})
		body := r.between(f.syntax, r.offset(f.syntax.Name.End()), len(r.src))
		if r.used {
			out[f.path] = []byte(string(r.src[:r.offset(f.syntax.Name.End())]) + `; import mutant_ "` + r.runtime + `"` + body)
		}
	}
	return out
}

func (r *rewriter) offset(p token.Pos) int { return r.fset.Position(p).Offset }

func (r *rewriter) text(n ast.Node) string {
	return string(r.src[r.offset(n.Pos()):r.offset(n.End())])
}

// between writes the source from one offset to another, n's children rewritten.
func (r *rewriter) between(n ast.Node, from, to int) string {
	var children []ast.Node
	ast.Inspect(n, func(c ast.Node) bool {
		_, comment := c.(*ast.CommentGroup) // may stand beside its node
		if c != nil && c != n && !comment {
			children = append(children, c)
		}
		return c == n
	})
	slices.SortStableFunc(children, func(a, b ast.Node) int { return cmp.Compare(a.Pos(), b.Pos()) })
	var b strings.Builder
	for _, c := range children {
		if r.offset(c.Pos()) < from {
			continue
		}
		b.Write(r.src[from:r.offset(c.Pos())])
		b.WriteString(r.node(c))
		from = r.offset(c.End())
	}
	b.Write(r.src[from:to])
	return b.String()
}

// inside writes n with its children rewritten and nothing done to n itself.
func (r *rewriter) inside(n ast.Node) string {
	return r.between(n, r.offset(n.Pos()), r.offset(n.End()))
}

// put writes n with some of its children replaced by the given texts.
func (r *rewriter) put(n ast.Node, parts ...any) string {
	from := r.offset(n.Pos())
	var b strings.Builder
	for i := 0; i < len(parts); i += 2 {
		c := parts[i].(ast.Node)
		b.Write(r.src[from:r.offset(c.Pos())])
		b.WriteString(parts[i+1].(string))
		from = r.offset(c.End())
	}
	b.Write(r.src[from:r.offset(n.End())])
	return b.String()
}

func (r *rewriter) node(n ast.Node) string {
	switch n := n.(type) {
	case *ast.GenDecl:
		if n.Tok != token.VAR { // a constant must be constant
			return r.text(n)
		}
	case *ast.FuncDecl:
		if n.Body == nil {
			return r.text(n)
		}
		r.fn = n.Name.Name
		if n.Recv != nil && len(n.Recv.List) > 0 {
			r.fn = strings.Trim(strings.Split(r.text(n.Recv.List[0].Type), "[")[0], "*") + "." + r.fn
		}
		defer func() { r.fn = "" }()
		return r.put(n, n.Body, r.function(n.Type, n.Body))
	case *ast.ValueSpec:
		if r.fn == "" {
			r.fn = n.Names[0].Name
			defer func() { r.fn = "" }()
		}
	case *ast.FuncLit:
		return r.put(n, n.Body, r.function(n.Type, n.Body))
	case *ast.BlockStmt:
		return r.list(n, n.List)
	case *ast.IfStmt:
		return r.ifStmt(n)
	case *ast.ForStmt:
		return r.forStmt(n)
	case *ast.RangeStmt:
		return r.rangeStmt(n)
	case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		defer r.enter("switch")()
		if s, ok := n.(*ast.SwitchStmt); ok {
			return r.switchStmt(s)
		}
	case *ast.CaseClause: // of a type switch
		return r.list(n, n.Body)
	case *ast.CommClause:
		return r.list(n, n.Body)
	case *ast.LabeledStmt:
		return r.put(n, n.Stmt, r.node(n.Stmt))
	case *ast.KeyValueExpr: // an array's index must be constant
		return r.put(n, n.Value, r.node(n.Value))
	case *ast.BranchStmt:
		return r.text(n)
	case ast.Expr:
		return r.expr(n)
	}
	return r.inside(n)
}

func (r *rewriter) function(t *ast.FuncType, body *ast.BlockStmt) string {
	loops := r.loops
	r.loops, r.funcs = nil, append(r.funcs, t)
	defer func() { r.loops, r.funcs = loops, r.funcs[:len(r.funcs)-1] }()
	return r.node(body)
}

func (r *rewriter) enter(kind string) func() {
	r.loops = append(r.loops, kind)
	return func() { r.loops = r.loops[:len(r.loops)-1] }
}

// Statements.

// list writes n, whose statements stand in a list and may be wrapped.
func (r *rewriter) list(n ast.Node, list []ast.Stmt) string {
	var parts []any
	for _, s := range list {
		parts = append(parts, s, r.stmt(s))
	}
	return r.put(n, parts...)
}

var opposite = map[token.Token]token.Token{
	token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL, token.REM: token.MUL,
	token.AND: token.OR, token.OR: token.AND,
	token.ADD_ASSIGN: token.SUB_ASSIGN, token.SUB_ASSIGN: token.ADD_ASSIGN, token.MUL_ASSIGN: token.QUO_ASSIGN, token.QUO_ASSIGN: token.MUL_ASSIGN,
	token.OR_ASSIGN: token.AND_ASSIGN, token.AND_ASSIGN: token.OR_ASSIGN,
	token.INC: token.DEC, token.DEC: token.INC,
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.GEQ, token.GEQ: token.LSS, token.GTR: token.LEQ, token.LEQ: token.GTR,
	token.LAND: token.LOR, token.LOR: token.LAND,
}

func (r *rewriter) stmt(s ast.Stmt) string {
	switch n := s.(type) {
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok && r.info.Types[call.Fun].IsBuiltin() && r.text(call.Fun) == "panic" {
			return r.node(s) // the compiler may need it as the function's end
		}
		return r.removed(s)
	case *ast.AssignStmt:
		blank := func(e ast.Expr) bool { id, ok := e.(*ast.Ident); return ok && id.Name == "_" }
		if n.Tok == token.DEFINE || !slices.ContainsFunc(n.Lhs, func(e ast.Expr) bool { return !blank(e) }) {
			return r.node(s)
		}
		if to, ok := opposite[n.Tok]; ok && is(r.info.TypeOf(n.Lhs[0]), types.IsNumeric) {
			return r.removed(s, alternative{operator: "arithmetic", code: r.swap(n, n.TokPos, n.Tok, to)})
		}
		return r.removed(s)
	case *ast.IncDecStmt:
		return r.removed(s, alternative{operator: "arithmetic", code: r.swap(n, n.TokPos, n.Tok, opposite[n.Tok])})
	case *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt:
		return r.removed(s)
	case *ast.ReturnStmt:
		return r.returnStmt(n)
	case *ast.BranchStmt:
		return r.branch(n)
	}
	return r.node(s)
}

// removed writes a statement that mutants take away or put another in place of.
func (r *rewriter) removed(s ast.Stmt, others ...alternative) string {
	choices := r.add(s, append([]alternative{{operator: "remove", shown: "nothing"}}, others...))
	body := r.node(s)
	if choices == nil {
		return body
	}
	out := fmt.Sprintf("if %s { %s }", off(choices), body)
	for _, c := range choices {
		if c.code != "" {
			out += fmt.Sprintf(" else if mutant_.On(%d) { %s }", c.id, c.code)
		}
	}
	return out
}

func (r *rewriter) swap(n ast.Node, at token.Pos, from, to token.Token) string {
	start, op, end := r.offset(n.Pos()), r.offset(at), r.offset(n.End())
	return string(r.src[start:op]) + to.String() + string(r.src[op+len(from.String()):end])
}

// returnStmt has for each result a mutant that gives its zero value. Of results
// that one call gives, all are zero together.
func (r *rewriter) returnStmt(n *ast.ReturnStmt) string {
	var zeros, want []string
	if t := r.funcs[len(r.funcs)-1]; t.Results != nil {
		for _, f := range t.Results.List {
			for range max(1, len(f.Names)) {
				zeros = append(zeros, r.zero(f.Type))
				want = append(want, r.text(f.Type))
			}
		}
	}
	var alts []alternative
	for i, e := range n.Results {
		tv := r.info.Types[e]
		switch {
		case len(n.Results) != len(zeros):
			alts = append(alts, alternative{operator: "return", code: "return " + strings.Join(zeros, ", ")})
		case r.text(e) == zeros[i] || r.text(e) == want[i]+"{}" || tv.IsNil(), want[i] == "bool", tv.Value != nil && tv.Value.Kind() != constant.String:
		default:
			alts = append(alts, alternative{operator: "return", code: r.put(n, e, zeros[i])})
		}
	}
	out := ""
	for _, c := range r.add(n, alts) {
		out += fmt.Sprintf("if mutant_.On(%d) { %s }; ", c.id, c.code)
	}
	var parts []any
	for i, e := range n.Results {
		if len(n.Results) == len(zeros) && want[i] == "bool" {
			parts = append(parts, e, r.boolean(e, "true", "false"))
		} else {
			parts = append(parts, e, r.node(e))
		}
	}
	return out + r.put(n, parts...)
}

func (r *rewriter) zero(t ast.Expr) string {
	if types.IsInterface(r.info.TypeOf(t)) {
		if _, generic := r.info.TypeOf(t).(*types.TypeParam); !generic {
			return "nil"
		}
	}
	switch u := r.info.TypeOf(t).Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsNumeric != 0:
			return "0"
		case u.Info()&types.IsString != 0:
			return `""`
		case u.Info()&types.IsBoolean != 0:
			return "false"
		}
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature:
		return "nil"
	}
	return "*new(" + r.text(t) + ")"
}

// branch swaps break and continue where both may stand.
func (r *rewriter) branch(n *ast.BranchStmt) string {
	to := map[token.Token]string{token.BREAK: "continue", token.CONTINUE: "break"}[n.Tok]
	if to == "" || !slices.ContainsFunc(r.loops, func(s string) bool { return s != "switch" }) {
		return r.text(n)
	}
	// To break out of "for {" could leave a function without an end.
	if n.Tok == token.CONTINUE && (r.loops[len(r.loops)-1] == "for ever" || n.Label != nil && slices.Contains(r.loops, "for ever")) {
		return r.text(n)
	}
	code := to + strings.TrimPrefix(r.text(n), n.Tok.String())
	out := r.text(n)
	for _, c := range r.add(n, []alternative{{operator: "branch", code: code}}) {
		out = fmt.Sprintf("if mutant_.On(%d) { %s }; %s", c.id, code, out)
	}
	return out
}

func (r *rewriter) ifStmt(n *ast.IfStmt) string {
	var parts []any
	if n.Init != nil {
		parts = append(parts, n.Init, r.node(n.Init))
	}
	parts = append(parts, n.Cond, r.boolean(n.Cond, "true", "false"), n.Body, r.node(n.Body))
	if n.Else != nil {
		parts = append(parts, n.Else, r.node(n.Else))
	}
	return r.put(n, parts...)
}

func (r *rewriter) forStmt(n *ast.ForStmt) string {
	kind := "for"
	if n.Cond == nil {
		kind = "for ever"
	}
	var parts []any
	if n.Init != nil {
		parts = append(parts, n.Init, r.node(n.Init))
	}
	if n.Cond != nil {
		parts = append(parts, n.Cond, r.boolean(n.Cond, "false"))
	}
	if n.Post != nil {
		parts = append(parts, n.Post, r.node(n.Post))
	}
	defer r.enter(kind)()
	return r.put(n, append(parts, n.Body, r.node(n.Body))...)
}

func (r *rewriter) rangeStmt(n *ast.RangeStmt) string {
	choices := r.add(n.X, []alternative{{operator: "loop", shown: "not entered"}})
	x := r.node(n.X)
	defer r.enter("for")()
	body := r.node(n.Body)
	for _, c := range choices {
		body = fmt.Sprintf("{ if mutant_.On(%d) { break }; %s", c.id, body[1:])
	}
	return r.put(n, n.X, x, n.Body, body)
}

func (r *rewriter) switchStmt(n *ast.SwitchStmt) string {
	var parts []any
	if n.Init != nil {
		parts = append(parts, n.Init, r.node(n.Init))
	}
	if n.Tag != nil {
		parts = append(parts, n.Tag, r.node(n.Tag))
	}
	for _, s := range n.Body.List {
		c := s.(*ast.CaseClause)
		for _, e := range c.List {
			switch {
			case n.Tag == nil:
				parts = append(parts, e, r.boolean(e, "true", "false"))
			default:
				parts = append(parts, e, r.label(e))
			}
		}
		for _, s := range c.Body {
			parts = append(parts, s, r.stmt(s))
		}
	}
	return r.put(n, parts...)
}

// Expressions.

func (r *rewriter) expr(e ast.Expr) string {
	tv := r.info.Types[e]
	switch b, binary := e.(*ast.BinaryExpr); {
	case tv.IsType(), tv.IsBuiltin():
		return r.text(e)
	case tv.Value != nil:
		return r.constant(e, 1, -1)
	case is(tv.Type, types.IsBoolean):
		return r.boolean(e)
	case binary && opposite[b.Op] != 0 && is(tv.Type, types.IsNumeric):
		return r.arithmetic(b)
	}
	switch n := e.(type) {
	case *ast.IndexExpr: // at 0 only the next: the one before panics
		if r.isZero(n.Index) {
			return r.put(n, n.X, r.node(n.X), n.Index, r.constant(n.Index, 1))
		}
	case *ast.SliceExpr:
		if n.Low != nil && r.isZero(n.Low) {
			return r.put(n, n.X, r.node(n.X))
		}
	}
	return r.inside(e)
}

func (r *rewriter) isZero(e ast.Expr) bool { return r.text(e) == "0" }

// arithmetic needs both operands' values anyway, so a function can choose.
func (r *rewriter) arithmetic(n *ast.BinaryExpr) string {
	t, ok := r.typeName(r.info.TypeOf(n))
	if !ok {
		return r.inside(n)
	}
	choices := r.add(n, []alternative{{operator: "arithmetic", code: r.swap(n, n.OpPos, n.Op, opposite[n.Op])}})
	x, y := r.node(n.X), r.node(n.Y)
	if choices == nil {
		return r.put(n, n.X, x, n.Y, y)
	}
	name := map[token.Token]string{token.ADD: "Add", token.SUB: "Sub", token.MUL: "Mul", token.QUO: "Quo", token.REM: "Rem", token.AND: "And", token.OR: "Or"}[n.Op]
	return fmt.Sprintf("mutant_.%s[%s](%d, %s, %s)", name, t, choices[0].id, x, y)
}

// constant changes a whole number or a truth value. Of an expression of
// constants the whole is changed, so that what it computes stays exact.
func (r *rewriter) constant(e ast.Expr, by ...int64) string {
	tv := r.info.Types[e]
	if is(tv.Type, types.IsBoolean) {
		return r.boolean(e)
	}
	t, ok := r.typeName(tv.Type)
	if !ok || !r.counts(e) {
		return r.text(e)
	}
	var alts []alternative
	for _, d := range by {
		alts = append(alts, alternative{operator: "number", code: r.plus(e, d)})
	}
	return r.pick(e, t, alts)
}

func (r *rewriter) pick(e ast.Expr, t string, alts []alternative) string {
	out := r.text(e)
	for _, c := range r.add(e, alts) {
		out = fmt.Sprintf("mutant_.Pick[%s](%d, %s, %s)", t, c.id, out, c.code)
	}
	return out
}

// counts tells whether e is a whole constant that is a number rather than a
// name for one of several: literals, and names of a basic type.
func (r *rewriter) counts(e ast.Expr) bool {
	tv := r.info.Types[e]
	if tv.Value == nil || !is(tv.Type, types.IsInteger) {
		return false
	}
	_, basic := tv.Type.(*types.Basic)
	ast.Inspect(e, func(n ast.Node) bool {
		_, lit := n.(*ast.BasicLit)
		basic = basic || lit
		return true
	})
	return basic
}

func (r *rewriter) plus(e ast.Expr, d int64) string {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.INT {
		v := constant.BinaryOp(r.info.Types[e].Value, token.ADD, constant.MakeInt64(d))
		return v.ExactString()
	}
	out := r.text(e) + map[int64]string{1: " + 1", -1: " - 1"}[d]
	if n, ok := e.(*ast.BinaryExpr); ok && n.Op.Precedence() < token.ADD.Precedence() {
		out = "(" + r.text(e) + ")" + out[len(r.text(e)):]
	}
	if p, ok := r.parents[e].(*ast.BinaryExpr); ok && p.Op.Precedence() >= token.ADD.Precedence() {
		out = "(" + out + ")"
	}
	return out
}

// label changes a constant that a switch compares with; another would often be another label.
func (r *rewriter) label(e ast.Expr) string {
	tv := r.info.Types[e]
	if tv.Value == nil || is(tv.Type, types.IsBoolean) {
		return r.node(e)
	}
	t, ok := r.typeName(tv.Type)
	switch {
	case !ok:
		return r.text(e)
	case r.counts(e):
		return r.constant(e, 1)
	case is(tv.Type, types.IsString) && constant.StringVal(tv.Value) != "":
		return r.pick(e, t, []alternative{{operator: "label", code: `""`}})
	case is(tv.Type, types.IsInteger):
		return r.pick(e, t, []alternative{{operator: "label", code: r.plus(e, 1)}})
	}
	return r.text(e)
}

// boolean writes an expression that is true or false; forced are the values
// that mutants give it whatever it says.
func (r *rewriter) boolean(e ast.Expr, forced ...string) string {
	var alts []alternative
	literal := r.text(e) == "true" || r.text(e) == "false"
	for _, f := range forced {
		if !literal {
			alts = append(alts, alternative{"condition", f, f, true})
		}
	}
	binary, _ := e.(*ast.BinaryExpr)
	switch n := e.(type) {
	case *ast.Ident:
		if literal {
			alts = append(alts, alternative{"flip", "", "!" + n.Name, true})
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			alts = append(alts, alternative{"not", "", r.text(n.X), r.pure(n.X, false)})
		}
	case *ast.BinaryExpr:
		alts = append(alts, r.compared(n)...)
	}
	choices := r.add(e, alts)
	var body string
	switch {
	case r.info.Types[e].Value != nil:
		body = r.text(e)
	case binary != nil:
		body = r.put(e, binary.X, r.operand(binary, binary.X), binary.Y, r.operand(binary, binary.Y))
	default:
		body = r.inside(e)
	}
	switch {
	case choices == nil:
		return body
	case r.reach:
		for _, c := range choices {
			if c.exact {
				body = fmt.Sprintf("mutant_.Same(%d, %s, %s)", c.id, body, c.code)
			} else {
				body = fmt.Sprintf("(mutant_.Hit(%d) && (%s))", c.id, body)
			}
		}
		return body
	}
	body = fmt.Sprintf("(%s && (%s)", off(choices), body)
	for _, c := range choices {
		if c.code != "false" {
			body += fmt.Sprintf(" || mutant_.On(%d) && (%s)", c.id, c.code)
		}
	}
	return body + ")"
}

// compared has what can be done to two operands and what joins them.
func (r *rewriter) compared(n *ast.BinaryExpr) []alternative {
	join := func(operator string, to token.Token, exact bool) alternative {
		return alternative{operator, "", r.swap(n, n.OpPos, n.Op, to), exact}
	}
	var alts []alternative
	ordered := map[token.Token]token.Token{token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR}
	pure := r.pure(n, false)
	switch n.Op {
	case token.LAND, token.LOR:
		return []alternative{join("and/or", opposite[n.Op], r.pure(n, true))}
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		alts = append(alts, join("boundary", ordered[n.Op], pure))
	}
	alts = append(alts, join("negate", opposite[n.Op], pure))
	for _, side := range []ast.Expr{n.X, n.Y} {
		tv := r.info.Types[side]
		switch {
		case r.counts(side):
			// The other direction is what the boundary does; nothing equals one more and one less.
			d := map[token.Token]int64{token.LSS: -1, token.LEQ: 1, token.GTR: 1, token.GEQ: -1, token.EQL: 1, token.NEQ: 1}[n.Op]
			if side == n.X && ordered[n.Op] != 0 {
				d = -d
			}
			alts = append(alts, alternative{"number", "", r.put(n, side, r.plus(side, d)), pure})
		case tv.Value != nil && tv.Value.Kind() == constant.String && constant.StringVal(tv.Value) != "":
			alts = append(alts, alternative{"empty", "", r.put(n, side, `""`), pure})
		}
	}
	return alts
}

// operand writes an operand. One of several conditions can be taken away:
// true in a conjunction, false in a disjunction.
func (r *rewriter) operand(n *ast.BinaryExpr, x ast.Expr) string {
	inner, _ := x.(*ast.BinaryExpr)
	switch {
	case n.Op != token.LAND && n.Op != token.LOR:
		if r.counts(x) {
			return r.text(x) // compared has changed it
		}
		return r.node(x)
	case inner != nil && inner.Op == n.Op:
		return r.boolean(x)
	case n.Op == token.LAND:
		return r.boolean(x, "true")
	}
	return r.boolean(x, "false")
}

var mayPanic = []token.Token{token.QUO, token.REM, token.SHL, token.SHR}

// pure tells whether e can be evaluated once more and nothing is different;
// with safe also that it cannot panic where it was not evaluated.
func (r *rewriter) pure(e ast.Expr, safe bool) bool {
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			tv := r.info.Types[n.Fun]
			ok = ok && (tv.IsType() || tv.IsBuiltin() && (r.text(n.Fun) == "len" || r.text(n.Fun) == "cap"))
		case *ast.FuncLit:
			ok = false
		case *ast.UnaryExpr:
			ok = ok && n.Op != token.ARROW
		case *ast.IndexExpr, *ast.SliceExpr, *ast.StarExpr, *ast.TypeAssertExpr:
			ok = ok && !safe
		case *ast.BinaryExpr:
			ok = ok && !(safe && (slices.Contains(mayPanic, n.Op) || types.IsInterface(r.info.TypeOf(n.X))))
		case *ast.SelectorExpr:
			if s := r.info.Selections[n]; s != nil && s.Indirect() {
				ok = ok && !safe
			}
		}
		return ok
	})
	return ok
}

// choice is an alternative that is written, behind its id.
type choice struct {
	id int
	alternative
}

func off(c []choice) string {
	return fmt.Sprintf("mutant_.Off(%d, %d)", c[0].id, c[len(c)-1].id)
}

var spaces = regexp.MustCompile(`\s+`)

// short puts two texts on a line each and cuts what is long; what differs stays.
func short(before, after string) (string, string) {
	a, b := []rune(spaces.ReplaceAllString(before, " ")), []rune(spaces.ReplaceAllString(after, " "))
	from := 0
	if max(len(a), len(b)) > 90 {
		for from < min(len(a), len(b)) && a[from] == b[from] {
			from++
		}
		from = max(0, from-40)
	}
	cut := func(r []rune) string {
		s := string(r[from:min(len(r), from+90)])
		if from > 0 {
			s = "…" + s
		}
		if len(r) > from+90 {
			s += "…"
		}
		return s
	}
	return cut(a), cut(b)
}

// add numbers what can be done to n and gives what is to be written of it.
func (r *rewriter) add(n ast.Node, alts []alternative) []choice {
	var choices []choice
	for _, a := range alts {
		before, after := r.text(n), cmp.Or(a.shown, a.code)
		switch p := r.parents[n].(type) {
		case ast.Expr, *ast.ReturnStmt, *ast.AssignStmt: // a constant alone says little
			if e, ok := n.(ast.Expr); ok && r.info.Types[e].Value != nil && len(r.text(p)) < 80 {
				before, after = r.text(p), r.put(p, n, after)
			}
		}
		before, after = short(before, after)
		key := fmt.Sprintf("%s %s %s: %s → %s", r.name, cmp.Or(r.fn, "-"), a.operator, before, after)
		if r.seen[key]++; r.seen[key] > 1 {
			key += " #" + strconv.Itoa(r.seen[key])
		}
		r.mutants = append(r.mutants, &mutant{id: r.next, pkg: r.path, pos: r.fset.Position(n.Pos()), key: key})
		if r.keep == nil || r.keep[r.next] {
			choices = append(choices, choice{r.next, a})
			r.used = true
		}
		r.next++
	}
	return choices
}

// typeName writes t as the file can; it cannot where t's package is not imported.
func (r *rewriter) typeName(t types.Type) (string, bool) {
	ok := t != nil
	if b, basic := t.(*types.Basic); basic && b.Info()&types.IsUntyped != 0 {
		ok = false
	}
	if !ok {
		return "", false
	}
	name := types.TypeString(t, func(p *types.Package) string {
		if p == r.types {
			return ""
		}
		for _, s := range r.file.Imports {
			if path, _ := strconv.Unquote(s.Path.Value); path == p.Path() {
				if s.Name != nil {
					return s.Name.Name
				}
				return p.Name()
			}
		}
		ok = false
		return ""
	})
	return name, ok
}

func is(t types.Type, info types.BasicInfo) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&info != 0
}
