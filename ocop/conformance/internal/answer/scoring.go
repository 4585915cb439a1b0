package answer

import (
	"encoding/json"
	"errors"
)

func sheet(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func council(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func plan(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func vector(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func vectorParse(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func compare(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }

func loaded(q Question) (json.RawMessage, error) { return nil, errors.New("not answered yet") }
