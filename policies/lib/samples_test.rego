# What the tests of the rules build their input from.
package test.samples

# An entry of the manifest, by itself, as rule R.
manifest(category, rule, severity) := {"R": {
	"category": category,
	"rule": rule,
	"severity": severity,
	"documents": ["grant_agreement", "consortium_agreement"],
	"profiles": ["horizon-europe"],
	"effective_from": "2021-01-01",
}}

agreement(kind, changes) := {
	"facts": object.union(
		{
			"schema_version": "rscheck.facts/1",
			"document": {"ref": "/document", "kind": kind, "title": "Agreement"},
			"clauses": clauses,
			"norms": [],
			"derogations": [],
			"unclear": [],
			"inferred": [],
		},
		changes,
	),
	"call": {"thresholds": {"disclosure_update_days": 30, "incident_first_notice_hours": 24}},
	"as_of": "2026-11-23",
	"profiles": ["horizon-europe"],
	"related": {},
}

grant(changes) := agreement("grant_agreement", changes)

consortium(changes) := agreement("consortium_agreement", changes)

clauses := [
	clause("0", "Recital", 2, false),
	clause("1", "19", 3, true),
	clause("2", "19.2", 4, true),
	clause("3", "(a)", 5, true),
	clause("4", "20", 3, true),
]

clause(index, number, level, binding) := {
	"ref": concat("/", ["/clauses", index]),
	"id": number,
	"number": number,
	"heading": "",
	"level": level,
	"kinds": [],
	"binding": binding,
}

# A duty of each beneficiary in paragraph 19.2, without deadline.
norm(index, changes) := object.union(
	{
		"ref": concat("/", ["/norms", index]),
		"id": index,
		"clause": "/clauses/2",
		"bearer": {"term": "beneficiary", "scope": "each", "refs": []},
		"modality": "obliged",
		"action": "notify",
		"topics": [],
		"covers": [],
		"excepts": [],
		"narrowed": [],
		"restricted": false,
		"recipient": "granting_authority",
		"deadline": {"kind": "none", "relation": "none", "number": 0, "unit": "none", "event": "none"},
	},
	changes,
)

period(relation, number, unit, event) := {
	"kind": "period",
	"relation": relation,
	"number": number,
	"unit": unit,
	"event": event,
}

# Only the kind is said, and the event if there is one.
word(kind, event) := {"kind": kind, "relation": "none", "number": 0, "unit": "none", "event": event}

unclear(topic) := {"ref": "/unclear/0", "id": "u", "clause": "/clauses/4", "topics": [topic], "covers": [], "reason": "two verbs"}

derogation(topics, targets) := {
	"ref": "/derogations/0",
	"id": "d",
	"clause": "/clauses/4",
	"targets": targets,
	"topics": topics,
	"covers": [],
}
