package registry

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// groups gathers facts by a key until all are there, in parts that each fit in
// memory: beyond a limit they stand in one temporary file a part, so that memory
// does not grow with the number of records.
type groups struct {
	key   func(*Fact) uint64
	room  int // facts kept in memory before they are written to files
	held  int
	parts [parts]part
	dir   string // of the files; "" while there is none
}

// parts is into how many parts the keys fall: 5,000,000 facts make parts of 1 MB.
const parts = 256

// part are the facts of some keys: those in memory, behind those in the file.
type part struct {
	facts []Fact
	file  *os.File
}

// inMemory is how many facts are kept before they go to files: some 20 MB of them.
const inMemory = 300_000

func newGroups(room int, key func(*Fact) uint64) *groups { return &groups{key: key, room: room} }

// add takes a fact. The error is that of a file.
func (g *groups) add(f *Fact) error {
	p := &g.parts[spread(g.key(f))]
	p.facts = append(p.facts, *f)
	g.held++
	if g.held < g.room {
		return nil
	}
	return g.spill()
}

// spread is the part of a key. Keys are numbers of one another's neighbourhood.
func spread(key uint64) int { return int(key * 0x9E3779B97F4A7C15 >> 56) }

// spill writes what is in memory to the files.
func (g *groups) spill() error {
	if g.dir == "" {
		dir, err := os.MkdirTemp("", "ocop-registry-")
		if err != nil {
			return err
		}
		g.dir = dir
	}
	for i := range g.parts {
		if err := g.parts[i].spill(g.dir, i); err != nil {
			return err
		}
	}
	g.held = 0
	return nil
}

func (p *part) spill(dir string, i int) error {
	if p.file == nil {
		file, err := os.Create(fmt.Sprintf("%s/%03d", dir, i))
		if err != nil {
			return err
		}
		p.file = file
	}
	err := binary.Write(p.file, binary.LittleEndian, p.facts)
	p.facts = nil // no room is kept: what was grouped by the same key before fills one part after the other
	return err
}

// each calls what it is given for the facts of each key, in the order they were
// read, and forgets them.
func (g *groups) each(of func([]Fact) error) error {
	for i := range g.parts {
		facts, err := g.parts[i].all()
		if err != nil {
			return err
		}
		slices.SortFunc(facts, func(a, b Fact) int {
			return cmp.Or(cmp.Compare(g.key(&a), g.key(&b)), cmp.Compare(a.Place, b.Place))
		})
		for from, to := 0, 0; from < len(facts); from = to {
			for to = from + 1; to < len(facts) && g.key(&facts[to]) == g.key(&facts[from]); to++ {
				continue
			}
			if err := of(facts[from:to]); err != nil {
				return err
			}
		}
		g.parts[i].facts = nil
	}
	return nil
}

// all are the facts of a part, and its file is no longer needed.
func (p *part) all() ([]Fact, error) {
	if p.file == nil {
		return p.facts, nil
	}
	size, err := p.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return nil, err
	}
	if _, err := p.file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	facts := make([]Fact, int(size)/binary.Size(Fact{}), int(size)/binary.Size(Fact{})+len(p.facts))
	if err := binary.Read(bufio.NewReaderSize(p.file, 1<<16), binary.LittleEndian, facts); err != nil {
		return nil, err
	}
	return append(facts, p.facts...), p.close()
}

func (p *part) close() error {
	if p.file == nil {
		return nil
	}
	err := errors.Join(p.file.Close(), os.Remove(p.file.Name()))
	p.file = nil
	return err
}

// close removes the files, also where something went wrong before.
func (g *groups) close() error {
	var errs []error
	for i := range g.parts {
		errs = append(errs, g.parts[i].close())
	}
	if g.dir != "" {
		errs = append(errs, os.RemoveAll(g.dir))
	}
	return errors.Join(errs...)
}
