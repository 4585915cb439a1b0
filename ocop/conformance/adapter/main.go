// Command adapter answers cases by this library: a case a line in, {"id","kind",
// "input" or "text" or "base64","with"}, and an answer a line out. It is what the
// runners are given as --command, and an example for other implementations.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/answer"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

func main() {
	if err := answerAll(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answerAll(in io.Reader, out io.Writer) error {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := answerLine(line, out); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// question is a case as a runner sends it, its document patched.
type question struct {
	suite.Case
	Kind suite.Kind `json:"kind"`
}

func answerLine(line []byte, out io.Writer) error {
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return err
	}
	document, err := q.Document(func(string) ([]byte, error) { return nil, errors.New("a runner sends whole documents") })
	if err != nil {
		return err
	}
	members, err := answer.Answer(answer.Question{Kind: q.Kind, Document: document, With: q.With})
	if err != nil {
		return fmt.Errorf("%s: %w", q.ID, err)
	}
	told, err := withID(q.ID, members)
	if err != nil {
		return fmt.Errorf("%s: %w", q.ID, err)
	}
	_, err = fmt.Fprintf(out, "%s\n", told)
	return err
}

// withID is an answer on one line, with the case's id.
func withID(id string, answer json.RawMessage) ([]byte, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(answer, &members); err != nil {
		return nil, err
	}
	members["id"], _ = json.Marshal(id)
	return json.Marshal(members)
}
