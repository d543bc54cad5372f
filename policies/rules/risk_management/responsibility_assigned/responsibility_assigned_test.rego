package test.risk_management.responsibility_assigned

import data.rscheck.rules.risk_management.responsibility_assigned as rule

parties := [
	{"ref": "/parties/0", "role": "COO"},
	{"ref": "/parties/1", "role": "AP"},
	{"ref": "/parties/2"},
]

row := {"ref": "/risk/responsible_persons/0", "party": "/parties/0", "function": "Officer", "contact": "a@b.example"}

facts(rows) := {"facts": {"parties": parties, "risk": {"responsible_persons": rows}}}

test_function_and_contact_prove if {
	rule.compliant == {{"subject": "/parties/0", "at": [row.ref]}} with input as facts([row])
	count(rule.violations) == 0 with input as facts([row])
}

test_half_a_row_proves_nothing if {
	every field in ["function", "contact"] {
		half := facts([object.remove(row, [field])])
		count(rule.compliant) == 0 with input as half
		count(rule.violations) == 0 with input as half
	}
}

test_nobody_named if {
	wanted := {{"subject": "/parties/0", "absent": "responsible_persons"}}
	rule.violations == wanted with input as facts([])
	rule.violations == wanted with input as {"facts": {"parties": parties}}
}

test_only_a_stated_role_exempts if {
	rule.subjects == {"/parties/0", "/parties/1", "/parties/2"} with input as facts([row])
	rule.exempt == {{"subject": "/parties/1", "at": ["/parties/1/role"]}} with input as facts([row])
	rule.needs == {"/parties"}
}
