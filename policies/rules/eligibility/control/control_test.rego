package test.eligibility.control

import data.rscheck.rules.eligibility.control as rule

lists := {
	"member_states": {"valid_until": "2027-01-01", "countries": {"AA": {}}},
	"associated": {"valid_until": "2027-01-01", "countries": {}},
}

parties := [
	{"ref": "/parties/0", "role": "BEN", "short_name": "ONE"},
	{"ref": "/parties/1", "role": "AP", "short_name": "TWO"},
]

holder(ref, name, kind, country) := {
	"ref": ref, "name": name, "kind": kind, "country": country, "share_ppm": 1000000,
}

rows(last) := [
	{"entity": "ONE", "holders": [holder("/ownership/0/holders/0", "Hold", "company", "AA")]},
	{"entity": "Hold", "holders": [last]},
]

given(control, ownership) := {
	"as_of": "2026-06-01",
	"facts": {"parties": parties, "ownership": ownership},
	"call": {"restrictions": {"control": control}},
}

home := rows(holder("/ownership/1/holders/0", "State", "state", "AA"))

abroad := rows(holder("/ownership/1/holders/0", "Fund", "state", "EE"))

test_pass_with_the_whole_chain if {
	wanted := {{"subject": "/parties/0", "at": ["/ownership/0/holders/0", "/ownership/1/holders/0"]}}
	rule.compliant == wanted with input as given(true, home) with data.rscheck.lists as lists
	count(rule.violations) == 0 with input as given(true, home) with data.rscheck.lists as lists
}

test_fail_at_the_ultimate_owner if {
	some found in rule.violations with input as given(true, abroad) with data.rscheck.lists as lists
	found.at == ["/ownership/1/holders/0", "/call/restrictions/control"]
	count(rule.compliant) == 0 with input as given(true, abroad) with data.rscheck.lists as lists
}

test_a_guarantee_is_a_doubt if {
	guaranteed := object.union(given(true, abroad), {"call": {"control_guarantees": ["ONE"]}})
	count(rule.violations) == 0 with input as guaranteed with data.rscheck.lists as lists
	count(rule.doubts) == 1 with input as guaranteed with data.rscheck.lists as lists
}

test_undetermined_with_an_unknown_layer if {
	cut := [home[0]]
	count(rule.compliant) == 0 with input as given(true, cut) with data.rscheck.lists as lists
	count(rule.violations) == 0 with input as given(true, cut) with data.rscheck.lists as lists
}

test_a_minority_without_influence_controls_nobody if {
	minor := object.union(holder("/ownership/1/holders/1", "Other", "fund", "EE"), {"share_ppm": 100000, "decisive_influence": false})
	both := [home[0], {"entity": "Hold", "holders": [home[1].holders[0], minor]}]
	count(rule.compliant) == 1 with input as given(true, both) with data.rscheck.lists as lists
}

test_decisive_influence_controls if {
	strong := object.union(holder("/ownership/1/holders/1", "Other", "state", "EE"), {"share_ppm": 100000, "decisive_influence": true})
	both := [home[0], {"entity": "Hold", "holders": [home[1].holders[0], strong]}]
	count(rule.violations) == 1 with input as given(true, both) with data.rscheck.lists as lists
}

test_a_circle_has_no_last_owner if {
	circle := rows(holder("/ownership/1/holders/0", "ONE", "company", "AA"))
	count(rule.compliant) == 0 with input as given(true, circle) with data.rscheck.lists as lists
}

test_not_applicable_without_a_restriction if {
	{e.subject | some e in rule.exempt} == rule.subjects with input as given(false, abroad)
	count(rule.violations) == 0 with input as given(false, abroad)
}

test_not_applicable_for_an_associated_partner if {
	{e.subject | some e in rule.exempt} == {"/parties/1"} with input as given(true, home)
	rule.needs == {"/parties", "/call/restrictions/control"}
}
