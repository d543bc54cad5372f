package test.eligibility.establishment

import data.rscheck.rules.eligibility.establishment as rule

lists := {
	"member_states": {"valid_until": "2027-01-01", "countries": {"AA": {}}},
	"associated": {"valid_until": "2027-01-01", "countries": {}},
}

parties := [
	{"ref": "/parties/0", "role": "COO", "country": "AA"},
	{"ref": "/parties/1", "role": "BEN", "country": "EE"},
	{"ref": "/parties/2", "role": "AP", "country": "EE"},
	{"ref": "/parties/3", "role": "BEN"},
]

given(establishment) := {
	"as_of": "2026-06-01",
	"facts": {"parties": parties},
	"call": {"restrictions": {"establishment": establishment}},
}

test_pass_is_the_country_and_the_call if {
	wanted := {{"subject": "/parties/0", "at": ["/parties/0/country", "/call/restrictions/establishment"]}}
	rule.compliant == wanted with input as given(["EU"]) with data.rscheck.lists as lists
}

test_fail_outside_the_area if {
	some found in rule.violations with input as given(["EU"]) with data.rscheck.lists as lists
	found.subject == "/parties/1"
	count(rule.violations) == 1 with input as given(["EU"]) with data.rscheck.lists as lists
}

test_undetermined_without_a_country if {
	proven := {c.subject | some c in rule.compliant} with input as given(["EU"]) with data.rscheck.lists as lists
	failed := {v.subject | some v in rule.violations} with input as given(["EU"]) with data.rscheck.lists as lists
	not "/parties/3" in (proven | failed)
	"/parties/3" in rule.subjects with input as given(["EU"])
}

test_not_applicable_without_a_restriction if {
	{e.subject | some e in rule.exempt} == rule.subjects with input as given("none")
	count(rule.violations) == 0 with input as given("none")
}

test_not_applicable_for_an_associated_partner if {
	{e.subject | some e in rule.exempt} == {"/parties/2"} with input as given(["EU"])
}

test_needs if rule.needs == {"/parties", "/call/restrictions/establishment"}
