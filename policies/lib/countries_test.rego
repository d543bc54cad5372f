package rscheck.lib.countries_test

import data.rscheck.lib.countries

lists := {
	"member_states": {"valid_until": "2027-01-01", "countries": {"AA": {}}},
	"associated": {"valid_until": "2027-01-01", "countries": {
		"BB": {"scope": "full"},
		"CC": {"scope": "pillar_ii"},
		"DD": {"scope": "unclear"},
	}},
}

given := {"as_of": "2026-06-01", "call": {"pillar": "II"}}

test_eligible if {
	wanted := {"AA": "eligible", "BB": "eligible", "CC": "eligible", "DD": "unknown", "EE": "not_eligible"}
	found := {c: countries.eligible(c) | some c, _ in wanted} with input as given with data.rscheck.lists as lists
	found == wanted
}

test_scope_follows_the_pillar if {
	countries.eligible("CC") == "not_eligible" with input as object.union(given, {"call": {"pillar": "I"}}) with data.rscheck.lists as lists
	countries.eligible("CC") == "unknown" with input as {"as_of": "2026-06-01"} with data.rscheck.lists as lists
}

test_a_stale_list_knows_nothing if {
	late := {"as_of": "2028-01-01", "call": {"pillar": "II"}}
	every country in ["AA", "BB", "EE"] {
		countries.eligible(country) == "unknown" with input as late with data.rscheck.lists as lists
	}
	countries.within("EE", ["EU"]) == "unknown" with input as late with data.rscheck.lists as lists
	countries.within("EE", ["EE"]) == "eligible" with input as late with data.rscheck.lists as lists
}

test_within if {
	wanted := {
		"AA": "eligible",
		"BB": "eligible",
		"DD": "unknown",
		"EE": "not_eligible",
	}
	found := {c: countries.within(c, ["EU", "associated"]) | some c, _ in wanted} with input as given with data.rscheck.lists as lists
	found == wanted
	countries.within("BB", ["EU"]) == "not_eligible" with input as given with data.rscheck.lists as lists
}

test_evidence_is_the_row if {
	countries.at("AA") == "/lists/member_states/countries/AA" with input as given with data.rscheck.lists as lists
	countries.at("BB") == "/lists/associated/countries/BB" with input as given with data.rscheck.lists as lists
	not countries.at("EE") with input as given with data.rscheck.lists as lists
}
