package test.eligibility.minimum_consortium

import data.rscheck.rules.eligibility.minimum_consortium as rule

lists := {
	"member_states": {"valid_until": "2027-01-01", "countries": {"AA": {}, "BB": {}}},
	"associated": {"valid_until": "2027-01-01", "countries": {"CC": {"scope": "full"}, "DD": {"scope": "unclear"}}},
}

party(number, country) := {
	"ref": sprintf("/parties/%d", [number]), "role": "BEN", "short_name": sprintf("P%d", [number]), "country": country,
}

row(number, owner) := {"entity": sprintf("P%d", [number]), "holders": [{
	"ref": sprintf("/ownership/%d/holders/0", [number]), "name": owner, "kind": "state", "share_ppm": 1000000,
}]}

three := [party(0, "AA"), party(1, "BB"), party(2, "CC")]

owners := [row(0, "A"), row(1, "B"), row(2, "C")]

given(type, parties, ownership) := {
	"as_of": "2026-06-01",
	"facts": {"project": {"type_of_action": type}, "parties": parties, "ownership": ownership},
}

test_pass_with_three if {
	wanted := {{"subject": "/document", "at": ["/parties/0/country", "/parties/1/country", "/parties/2/country"]}}
	rule.compliant == wanted with input as given("RIA", three, owners) with data.rscheck.lists as lists
	count(rule.violations) == 0 with input as given("RIA", three, owners) with data.rscheck.lists as lists
}

test_undetermined_with_a_common_owner if {
	shared := given("RIA", three, [row(0, "A"), row(1, "A"), row(2, "C")])
	count(rule.compliant) == 0 with input as shared with data.rscheck.lists as lists
	count(rule.violations) == 0 with input as shared with data.rscheck.lists as lists
}

test_undetermined_where_an_owner_is_not_named if {
	open := given("IA", three, [row(0, "A"), row(1, "B")])
	count(rule.compliant) == 0 with input as open with data.rscheck.lists as lists
	count(rule.violations) == 0 with input as open with data.rscheck.lists as lists
}

test_fail_with_two_countries if {
	two := given("RIA", [party(0, "AA"), party(1, "BB"), party(2, "BB"), party(3, "EE")], owners)
	count(rule.violations) == 1 with input as two with data.rscheck.lists as lists
	unknown := given("RIA", [party(0, "AA"), party(1, "BB"), object.remove(party(2, "CC"), ["country"])], owners)
	count(rule.violations) == 0 with input as unknown with data.rscheck.lists as lists
}

test_fail_without_a_member_state if {
	outside := given("RIA", [party(0, "CC"), party(1, "DD"), party(2, "DD")], owners)
	some found in rule.violations with input as outside with data.rscheck.lists as lists
	found.message == "no beneficiary is established in a Member State"
}

test_not_applicable_to_other_actions if {
	rule.exempt == {{"subject": "/document", "at": ["/project/type_of_action"]}} with input as given("CSA", three, owners)
	count(rule.violations) == 0 with input as given("CSA", [], owners)
	rule.subjects == {"/document"}
	rule.needs == {"/parties", "/project/type_of_action"}
}
