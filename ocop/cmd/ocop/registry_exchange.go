package main

import (
	"bytes"
	"encoding/json"
	"os"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// diff tells what one register has otherwise than another.
func (c *command) diff(args []string) int {
	flags := pflag.NewFlagSet("registry", pflag.ContinueOnError)
	patch := flags.Bool("patch", false, "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 2:
		return c.unusable("Cần đúng hai sổ: trước và sau.", "Name two registers: before and after.")
	}
	before, code := c.gather(flags.Arg(0))
	if before == nil {
		return code
	}
	after, code := c.gather(flags.Arg(1))
	if after == nil {
		return code
	}
	difference := registry.Diff(before, after)
	if *patch {
		return c.putJSON(difference.Patch())
	}
	return c.putJSON(difference)
}

// putJSON writes data with a new line.
func (c *command) putJSON(data any) int {
	text, err := json.Marshal(data)
	if err != nil {
		return c.cannotWrite(err)
	}
	c.json(append(text, '\n'))
	return exitOK
}

// apply applies a patch to a register.
func (c *command) apply(args []string) int {
	flags := pflag.NewFlagSet("registry", pflag.ContinueOnError)
	out := flags.StringP("out", "o", "-", "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 2:
		return c.unusable("Cần một sổ và một bản vá.", "Name a register and a patch.")
	}
	register, code := c.gather(flags.Arg(0))
	if register == nil {
		return code
	}
	data, err := c.read(flags.Arg(1), registry.MaxPatch)
	if err != nil {
		return c.cannotRead(flags.Arg(1), err)
	}
	patch, err := registry.DecodePatch(data)
	if err != nil {
		c.explain(flags.Arg(1), err)
		return exitProblems
	}
	patched, problems := registry.Apply(register, patch)
	if patched == nil {
		c.explain(flags.Arg(1), problems)
		return exitProblems
	}
	return c.putRegister(*out, patched)
}

// putRegister writes a register in its one form, and says what is wrong in it.
func (c *command) putRegister(out string, register *registry.Register) int {
	problems := register.Check()
	c.explain(out, problems)
	var b bytes.Buffer
	_ = register.Canonical(&b) // a buffer takes all
	if code := c.putWhole(out, plain.JSON(b.Bytes())); code != exitOK || problems.Err() == nil {
		return code
	}
	return exitProblems
}

// merge makes one register of two that came out of a third.
func (c *command) merge(args []string) int {
	flags := pflag.NewFlagSet("registry", pflag.ContinueOnError)
	keep := flags.String("keep", string(registry.KeepBase), "")
	out := flags.StringP("out", "o", "-", "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 3:
		return c.unusable("Cần đúng ba sổ: bản gốc, bản của ta, bản của bên kia.", "Name three registers: the base, ours, theirs.")
	case *keep != string(registry.KeepBase) && *keep != string(registry.KeepOurs):
		return c.unusable("--keep là base hoặc ours, không phải “%s”.", "--keep is base or ours, not “%s”.", *keep)
	}
	var sides [3]*registry.Register
	for i := range sides {
		if sides[i], code = c.gather(flags.Arg(i)); sides[i] == nil {
			return code
		}
	}
	merged := registry.Merge(sides[0], sides[1], sides[2], registry.Keep(*keep))
	var conflicts problem.List
	for i := range merged.Conflicts {
		conflicts = append(conflicts, merged.Conflicts[i].Problem())
	}
	c.explain(flags.Arg(2), conflicts)
	if code := c.putRegister(*out, merged.Register); code != exitOK || len(conflicts) == 0 {
		return code
	}
	return exitProblems
}

// maxManifest is the largest manifest that is read, in bytes.
const maxManifest = 16 << 20

// deliver makes the manifest of files in a folder.
func (c *command) deliver(args []string) int {
	flags := pflag.NewFlagSet("registry", pflag.ContinueOnError)
	from, to := flags.String("from", "", ""), flags.String("to", "", "")
	on := flags.String("on", "", "")
	previous, key := flags.String("previous", "", ""), flags.String("key", "", "")
	out := flags.StringP("out", "o", "-", "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() < 2 || *from == "":
		return c.unusable("Cần --from, một thư mục và các tệp trong đó.", "Give --from, a folder and files in it.")
	case *key != "" && *out == "-":
		return c.unusable("Ký thì cần -o: chữ ký ghi vào tệp đó thêm .sig.", "A signature needs -o: it goes to that file's name with .sig.")
	}
	o, code := c.days(flags, *on, "")
	if code != exitOK {
		return code
	}
	head := registry.Delivery{From: *from, To: *to, On: o.On}
	if *previous != "" {
		before, code := c.manifest(*previous)
		if before == nil {
			return code
		}
		head.Previous = before.SHA256()
	}
	d, found, err := registry.Deliver(head, os.DirFS(flags.Arg(0)), flags.Args()[1:], registry.Records)
	for _, f := range found {
		c.tellFinding(f)
	}
	if err != nil {
		return c.notDelivered(flags.Arg(0), err)
	}
	return c.putDelivery(*out, *key, &d)
}

// notDelivered says why files cannot be handed over or looked at.
func (c *command) notDelivered(folder string, err error) int {
	if problem.From(err) == nil {
		return c.cannotRead(folder, err)
	}
	c.explain(folder, err)
	return exitProblems
}

// putDelivery writes a manifest, byte for byte as it is hashed, and its signature.
func (c *command) putDelivery(out, key string, d *registry.Delivery) int {
	text, err := d.MarshalJSON()
	if err != nil {
		c.explain(out, err)
		return exitProblems
	}
	if key == "" {
		return c.putWhole(out, text)
	}
	pem, err := c.read(key, maxManifest)
	if err != nil {
		return c.cannotRead(key, err)
	}
	signature, err := registry.Sign(d, pem)
	if err != nil {
		c.explain(key, err)
		return exitProblems
	}
	return max(c.putWhole(out, text), c.putWhole(out+".sig", signature))
}

// manifest reads one; nil where it is none, which is said.
func (c *command) manifest(name string) (*registry.Delivery, int) {
	data, err := c.read(name, maxManifest)
	if err != nil {
		return nil, c.cannotRead(name, err)
	}
	d, err := registry.DecodeDelivery(data)
	if err != nil {
		c.explain(name, err)
		return nil, exitProblems
	}
	return &d, exitOK
}

// verify holds files in a folder to their manifest.
func (c *command) verify(args []string) int {
	flags := pflag.NewFlagSet("registry", pflag.ContinueOnError)
	previous, key, signature := flags.String("previous", "", ""), flags.String("key", "", ""), flags.String("signature", "", "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 2:
		return c.unusable("Cần bản kê và thư mục.", "Name the manifest and the folder.")
	}
	d, code := c.manifest(flags.Arg(0))
	if d == nil {
		return code
	}
	problems, err := registry.Verify(d, os.DirFS(flags.Arg(1)), registry.Records)
	if err != nil {
		return c.notDelivered(flags.Arg(1), err)
	}
	if *previous != "" {
		before, code := c.manifest(*previous)
		if before == nil {
			return code
		}
		problems = append(problems, d.Follows(before)...)
	}
	if *key != "" {
		signed, code := c.checkSignature(d, *key, *signature, flags.Arg(0))
		if code == exitUnusable {
			return code
		}
		problems = append(problems, signed...)
	}
	c.explain(flags.Arg(0), problems)
	if problems.Err() != nil {
		return exitProblems
	}
	c.print(c.words("%s: đúng như bản kê, %d bản ghi", "%s: as the manifest says, %d records"), flags.Arg(1), d.Register.Records)
	return exitOK
}

// checkSignature holds a manifest to its signature, which stands beside it.
func (c *command) checkSignature(d *registry.Delivery, key, signature, manifest string) (problem.List, int) {
	if signature == "" {
		signature = manifest + ".sig"
	}
	pem, err := c.read(key, maxManifest)
	if err != nil {
		return nil, c.cannotRead(key, err)
	}
	sig, err := c.read(signature, maxManifest)
	if err != nil {
		return nil, c.cannotRead(signature, err)
	}
	return registry.CheckSignature(d, sig, pem), exitOK
}
