package test.eligibility.funding_eligible

import data.rscheck.rules.eligibility.funding_eligible as rule

lists := {
	"member_states": {"valid_until": "2027-01-01", "countries": {"AA": {}}},
	"associated": {"valid_until": "2027-01-01", "countries": {}},
}

party(number, fields) := object.union({"ref": sprintf("/parties/%d", [number])}, fields)

money(minor) := {"currency": "EUR", "minor": minor}

given(parties) := {"as_of": "2026-06-01", "facts": {"parties": parties}, "call": {"funded_third_countries": ["FF"]}}

test_pass_with_the_row_of_the_list if {
	parties := [party(0, {"role": "BEN", "country": "AA", "maximum_grant": money(100)})]
	wanted := {{"subject": "/parties/0", "at": ["/parties/0/maximum_grant", "/parties/0/country", "/lists/member_states/countries/AA"]}}
	rule.compliant == wanted with input as given(parties) with data.rscheck.lists as lists
}

test_pass_where_the_call_lists_the_country if {
	parties := [party(0, {"role": "BEN", "country": "FF", "maximum_grant": money(100)})]
	count(rule.compliant) == 1 with input as given(parties) with data.rscheck.lists as lists
	count(rule.violations) == 0 with input as given(parties) with data.rscheck.lists as lists
}

test_pass_without_money if {
	parties := [party(0, {"role": "AP", "country": "EE", "maximum_grant": money(0)})]
	count(rule.compliant) == 1 with input as given(parties) with data.rscheck.lists as lists
	count(rule.violations) == 0 with input as given(parties) with data.rscheck.lists as lists
}

test_fail_outside if {
	parties := [party(0, {"role": "BEN", "country": "EE", "maximum_grant": money(100)})]
	count(rule.violations) == 1 with input as given(parties) with data.rscheck.lists as lists
	count(rule.violations) == 1 with input as object.remove(given(parties), ["call"]) with data.rscheck.lists as lists
}

test_fail_a_funded_associated_partner if {
	parties := [party(0, {"role": "AP", "country": "AA", "maximum_grant": money(1)})]
	count(rule.violations) == 1 with input as given(parties) with data.rscheck.lists as lists
	count(rule.compliant) == 0 with input as given(parties) with data.rscheck.lists as lists
}

test_undetermined_without_country_amount_or_role if {
	every parties in [
		[party(0, {"role": "BEN", "maximum_grant": money(100)})],
		[party(0, {"role": "BEN", "country": "AA"})],
		[party(0, {"country": "AA", "maximum_grant": money(100)})],
	] {
		count(rule.compliant) == 0 with input as given(parties) with data.rscheck.lists as lists
		count(rule.violations) == 0 with input as given(parties) with data.rscheck.lists as lists
		count(rule.subjects) == 1 with input as given(parties)
	}
}

test_not_applicable_with_a_need_that_is_empty if rule.needs == {"/parties"}
