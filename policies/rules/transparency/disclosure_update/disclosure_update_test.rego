package test.transparency.disclosure_update

import data.test.samples

judged_input(given) := judgement if {
	judgement := data.rscheck.report.R with input as given
		with data.rscheck.manifest as samples.manifest("transparency", "disclosure_update", "high")
}

judged(facts) := judged_input(samples.grant(facts))

norm(index, changes) := samples.norm(index, object.union(
	{
		"topics": ["disclosure"],
		"action": "update",
		"covers": ["disclosures"],
		"deadline": samples.period("within", 15, "days", "change"),
	},
	changes,
))

of(changes) := judged({"norms": [norm("0", changes)]})

violations(judgement) := {[v.severity, v.message] | some v in judgement.subjects["/document"].violations}

test_disclosures_as_a_whole_pass if of({}).outcome == "pass"

test_both_aspects_pass if {
	given := [norm("0", {"covers": ["foreign_funding"]}), norm("1", {"covers": ["foreign_affiliations"]})]
	judged({"norms": given}).outcome == "pass"
}

test_immediately_passes if of({"deadline": samples.word("immediate", "none")}).outcome == "pass"

test_too_long_fails if {
	found := of({"deadline": {"number": 60}})
	found.outcome == "fail"
	violations(found) == {["high", "an update may take longer than 30 days"]}
}

test_one_bearer_fails if {
	found := of({"bearer": {"term": "coordinator", "scope": "all"}})
	violations(found) == {["high", "the duty does not bind everyone who takes part"]}
}

test_one_aspect_left_out_is_milder if {
	found := of({"covers": ["foreign_funding"]})
	violations(found) == {["medium", "the duty to update leaves out foreign affiliations"]}
	found.subjects["/document"].unproven == []
}

test_silence_fails if violations(judged({})) == {["high", "nobody has to update the disclosures"]}

test_once_fails if {
	found := of({"action": "disclose", "deadline": samples.word("before_event", "signature")})
	violations(found) == {["high", "the disclosures are made once, and nobody has to update them"]}
}

test_open if {
	every changes in [
		{"deadline": samples.word("prompt", "none")},
		{"deadline": {"event": "start"}},
		{"covers": []},
		{"narrowed": ["materiality"]},
		{"excepts": ["foreign_funding"]},
		{"bearer": {"scope": "unrecognised"}},
		{"action": "unrecognised"},
		{"action": "disclose"},
	] {
		of(changes).outcome == "undetermined"
	}
}

test_limited_is_a_doubt_unless_another_proves if {
	narrow := norm("1", {"narrowed": ["materiality"]})
	messages := {d.message | some d in judged({"norms": [narrow]}).subjects["/document"].doubts}
	messages == {"the duty is limited: materiality"}
	judged({"norms": [narrow, norm("0", {})]}).outcome == "pass"
}

test_doubts if {
	sure := {"norms": [norm("0", {})]}
	judged(object.union(sure, {"unclear": [samples.unclear("disclosure")]})).outcome == "undetermined"
	judged(object.union(sure, {"derogations": [samples.derogation([], ["/clauses/1"])]})).outcome == "undetermined"
	judged({"unclear": [samples.unclear("disclosure")]}).outcome == "undetermined"
}

test_without_a_call_is_undetermined if {
	found := judged_input(object.remove(samples.grant({"norms": [norm("0", {})]}), ["call"]))
	[found.outcome, found.reason] == ["undetermined", "need absent"]
}

test_other_profile_is_not_applicable if {
	judged_input(object.union(samples.grant({}), {"profiles": ["us"]})).outcome == "not_applicable"
}
