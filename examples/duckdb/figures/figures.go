// Package figures runs figures.sql in DuckDB.
package figures

import (
	"context"
	"database/sql"
	_ "embed" // for the script
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2" // the driver "duckdb"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

//go:embed figures.sql
var script string

// Count gives the figures of registers in CSV on a day, as JSON. Of a code that
// stands twice the first record counts, in the order of the files.
func Count(ctx context.Context, on civil.Date, registers ...string) (figures string, err error) {
	if len(registers) == 0 {
		return "", errors.New("no register / chưa có sổ theo dõi nào")
	}
	dir, err := os.MkdirTemp("", "ocop-duckdb-")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := Tables(dir); err != nil {
		return "", err
	}
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1) // variables and temporary tables are a connection's
	set := "SET temp_directory = " + quote(dir) + ";" +
		"SET VARIABLE on_day = DATE " + quote(on.String()) + ";" +
		"SET VARIABLE register = [" + quote(registers...) + "];"
	for name, file := range files() {
		set += "SET VARIABLE " + name + " = " + quote(filepath.Join(dir, file)) + ";"
	}
	err = db.QueryRowContext(ctx, set+script).Scan(&figures)
	return figures, err
}

// quote writes texts as SQL does, with commas between.
func quote(texts ...string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return strings.Join(quoted, ", ")
}

// files are those that the script looks things up in, by the variable that names them.
func files() map[string]string {
	return map[string]string{"rubric": "rubric.json", "communes": "communes.csv", "provinces": "provinces.csv"}
}

// Tables writes what the script looks up into a folder: the published rubric, the
// communes with their provinces, and what each earlier province is part of now.
func Tables(dir string) error {
	published, err := words.Rubric().JSON()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, files()["rubric"]), published, 0o600); err != nil {
		return err
	}
	communes, provinces := [][]string{{"commune", "province"}}, [][]string{{"old", "province"}}
	for n := range 100_000 { // two communes have two codes, of which Communes lists one
		code := fmt.Sprintf("%05d", n)
		if province, ok := places.CommuneProvince(code); ok {
			communes = append(communes, []string{code, province})
		}
	}
	for _, p := range places.Provinces() {
		for _, old := range p.From {
			provinces = append(provinces, []string{old, p.Code})
		}
	}
	return errors.Join(write(filepath.Join(dir, files()["communes"]), communes), write(filepath.Join(dir, files()["provinces"]), provinces))
}

func write(name string, rows [][]string) (err error) {
	f, err := os.Create(name) //nolint:gosec // the caller's folder
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return csv.NewWriter(f).WriteAll(rows)
}
