package answer

import (
	"encoding/json"
	"errors"
)

func dossierOf(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func score(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func deadlines(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func life(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func paperOf(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }
