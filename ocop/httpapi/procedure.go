package httpapi

// The shapes of deadlines and lives, as package procedure writes and reads them.

func dayOrNull() object { return object{"type": []string{"string", "null"}, "format": "date"} }

func textOrNull() object { return object{"type": []string{"string", "null"}} }

func milestonesSchema() object {
	members := object{"application": applicationSchema()}
	for _, name := range []string{
		"filed", "proposed", "provinceComplete", "provinceScored", "sentOn", "ministryComplete", "ministryScored",
		"issued", "expires", "concluded", "withdrawn",
	} {
		members[name] = object{"type": "string", "format": "date"}
	}
	return object{"type": "object", "additionalProperties": false, "properties": members}
}

func applicationSchema() object {
	return object{"type": "string", "enum": []string{"first", "upgrade", "re-assessment"}}
}

func dueSchema() object {
	text := object{"type": "string"}
	return object{
		"type": "object", "required": []string{"due", "on"},
		"properties": object{"on": dayOrNull(), "due": object{"type": "array", "items": object{
			"type": "object", "required": []string{"key", "what", "from", "by", "article", "state", "reading"},
			"properties": object{
				"key": text, "from": dayOrNull(), "by": object{"type": "string", "format": "date"}, "article": text,
				"what":    object{"type": "object", "required": []string{"vi", "en"}, "properties": object{"vi": text, "en": text}},
				"state":   object{"type": "string", "enum": []string{"open", "done", "missed"}},
				"reading": textOrNull(),
			},
		}}},
	}
}

func lifeSchema() object {
	text, day := object{"type": "string"}, object{"type": "string", "format": "date"}
	return object{
		"type": "object", "additionalProperties": false, "required": []string{"steps"},
		"properties": object{
			"application": applicationSchema(),
			"previous": object{
				"type": "object", "additionalProperties": false, "required": []string{"star", "issued"},
				"properties": object{"star": object{"type": "integer", "minimum": 3, "maximum": 5}, "issued": day, "expires": day},
			},
			"steps": object{"type": "array", "items": object{
				"type": "object", "additionalProperties": false, "required": []string{"step", "on"},
				"properties": object{
					"step": text, "on": day, "total": text, "star": object{"type": "integer", "minimum": 1, "maximum": 5},
					"by": text, "ground": text, "outcome": text,
				},
			}},
		},
	}
}

func standingSchema() object {
	text := object{"type": "string"}
	return object{
		"type":     "object",
		"required": []string{"on", "stage", "star", "authority", "issued", "expires", "extendedUntil", "previousUntil", "next", "problems"},
		"properties": object{
			"on": dayOrNull(), "stage": text, "star": object{"type": []string{"integer", "null"}}, "authority": textOrNull(),
			"issued": dayOrNull(), "expires": dayOrNull(), "extendedUntil": dayOrNull(), "previousUntil": dayOrNull(),
			"next": object{"type": "array", "items": text}, "problems": object{"type": "array"},
		},
	}
}
