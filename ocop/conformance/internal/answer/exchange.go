package answer

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// handover is what registers are asked to do with each other. Registers are JSON
// Lines or tables, as texts.
type handover struct {
	Register, Old, New, Base, Ours, Theirs string

	Keep      registry.Keep
	Patch     json.RawMessage
	Head      json.RawMessage
	Manifest  json.RawMessage
	Previous  json.RawMessage
	Files     map[string]string
	Signature []byte
	Key       string
}

// exchange answers with what comes of registers that are compared, patched, merged,
// or handed over.
func exchange(q Question) (json.RawMessage, error) {
	var h handover
	if err := json.Unmarshal(q.Document, &h); err != nil {
		return nil, err
	}
	do := map[string]func(*handover) (json.RawMessage, error){
		"gather": gather, "diff": diff, "patch": patchOf, "apply": apply, "merge": merge, "deliver": deliver, "verify": verify,
	}[q.With.Action]
	if do == nil {
		return nil, fmt.Errorf("no such action of an exchange: %q", q.With.Action)
	}
	answer, err := do(&h)
	if err != nil {
		return told(err)
	}
	return answer, nil
}

// register reads a register; the error is a problem.List where it is none.
func register(text string) (*registry.Register, []registry.Finding, error) {
	return registry.Gather(registry.Records("", strings.NewReader(text)))
}

func registers(texts ...string) ([]*registry.Register, error) {
	var list []*registry.Register
	for _, text := range texts {
		r, _, err := register(text)
		if err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	return list, nil
}

func gather(h *handover) (json.RawMessage, error) {
	r, found, err := register(h.Register)
	if err != nil {
		for _, p := range problem.From(err) {
			found = append(found, registry.Finding{Problem: p})
		}
		return object(map[string]any{"problems": found})
	}
	digest := r.Digest()
	return object(map[string]any{"records": digest.Records, "sha256": digest.SHA256, "text": textOf(r), "problems": orNone(found)})
}

// textOf is a register in its one form.
func textOf(r *registry.Register) string {
	var text strings.Builder
	_ = r.Canonical(&text) // a builder takes all
	return text.String()
}

// orNone is a list that is never null.
func orNone(found []registry.Finding) []registry.Finding {
	return append([]registry.Finding{}, found...)
}

func diff(h *handover) (json.RawMessage, error) {
	r, err := registers(h.Old, h.New)
	if err != nil {
		return nil, err
	}
	return object(registry.Diff(r[0], r[1]))
}

func patchOf(h *handover) (json.RawMessage, error) {
	r, err := registers(h.Old, h.New)
	if err != nil {
		return nil, err
	}
	difference := registry.Diff(r[0], r[1])
	return object(map[string]any{"patch": difference.Patch()})
}

func apply(h *handover) (json.RawMessage, error) {
	r, err := registers(h.Register)
	if err != nil {
		return nil, err
	}
	patch, err := registry.DecodePatch(h.Patch)
	if err != nil {
		return nil, err
	}
	made, problems := registry.Apply(r[0], patch)
	if made == nil {
		return nil, problems
	}
	return object(map[string]any{"text": textOf(made), "problems": made.Check()})
}

func merge(h *handover) (json.RawMessage, error) {
	r, err := registers(h.Base, h.Ours, h.Theirs)
	if err != nil {
		return nil, err
	}
	merged := registry.Merge(r[0], r[1], r[2], h.Keep)
	var problems problem.List
	for i := range merged.Conflicts {
		problems = append(problems, merged.Conflicts[i].Problem())
	}
	return object(map[string]any{"text": textOf(merged.Register), "conflicts": merged.Conflicts, "problems": append(problems, merged.Problems...)})
}

func (h *handover) folder() fstest.MapFS {
	folder := fstest.MapFS{}
	for name, text := range h.Files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return folder
}

func deliver(h *handover) (json.RawMessage, error) {
	var head struct {
		From, To, Previous string
		On                 civil.Date
	}
	if err := json.Unmarshal(h.Head, &head); err != nil {
		return nil, err
	}
	names := slices.Collect(maps.Keys(h.Files))
	d, found, err := registry.Deliver(registry.Delivery{From: head.From, To: head.To, On: head.On, Previous: head.Previous}, h.folder(), names, registry.Records)
	if err != nil {
		return nil, err
	}
	return object(map[string]any{"manifest": d, "sha256": d.SHA256(), "problems": orNone(found)})
}

func verify(h *handover) (json.RawMessage, error) {
	d, err := registry.DecodeDelivery(h.Manifest)
	if err != nil {
		return nil, err
	}
	problems, err := registry.Verify(&d, h.folder(), registry.Records)
	if err != nil {
		return nil, err
	}
	if h.Previous != nil {
		before, err := registry.DecodeDelivery(h.Previous)
		if err != nil {
			return nil, err
		}
		problems = append(problems, d.Follows(&before)...)
	}
	if h.Key != "" {
		problems = append(problems, registry.CheckSignature(&d, h.Signature, []byte(h.Key))...)
	}
	return problems.AppendVerdict(nil), nil
}
