package test.transparency.ownership_change_notified

import data.test.samples

judged_input(given) := judgement if {
	judgement := data.rscheck.report.R with input as given
		with data.rscheck.manifest as samples.manifest("transparency", "ownership_change_notified", "high")
}

judged(facts) := judged_input(samples.grant(facts))

whole := ["ownership", "control", "direct_change", "indirect_change", "affiliated_entities", "award_circumstances"]

norm(index, changes) := samples.norm(index, object.union(
	{
		"topics": ["ownership_change"],
		"covers": whole,
		"bearer": {"scope": "all"},
		"deadline": samples.word("immediate", "none"),
	},
	changes,
))

of(changes) := judged({"norms": [norm("0", changes)]})

violations(judgement) := {[v.severity, v.message] | some v in judgement.subjects["/document"].violations}

test_whole_duty_passes if of({}).outcome == "pass"

test_two_norms_pass if {
	first := norm("0", {"covers": ["ownership", "control", "direct_change", "indirect_change", "affiliated_entities"]})
	second := norm("1", {"covers": ["award_circumstances"], "deadline": samples.period("within", 5, "days", "change")})
	judged({"norms": [first, second]}).outcome == "pass"
}

test_indirect_left_out_is_milder if {
	found := of({"covers": ["ownership", "control", "affiliated_entities", "award_circumstances"]})
	found.outcome == "fail"
	violations(found) == {["medium", "narrower trigger: the duty leaves out indirect change"]}
	{proof.part | some proof in found.subjects["/document"].proofs} == {
		"ownership", "control", "direct_change", "affiliated_entities", "award_circumstances",
	}
}

test_direct_is_not_meant_by_indirect if {
	found := of({"covers": ["ownership", "control", "indirect_change", "affiliated_entities", "award_circumstances"]})
	violations(found) == {["medium", "narrower trigger: the duty leaves out direct change"]}
}

test_ownership_left_out_fails if {
	found := of({"covers": ["control", "direct_change", "indirect_change", "affiliated_entities", "award_circumstances"]})
	violations(found) == {["high", "narrower trigger: the duty leaves out ownership"]}
}

test_too_long_fails if {
	found := of({"deadline": samples.period("within", 30, "days", "change")})
	violations(found) == {["high", "the notice may take longer than 5 days"]}
}

test_one_bearer_fails if {
	found := of({"bearer": {"term": "coordinator"}})
	violations(found) == {["high", "the duty does not bind everyone who takes part"]}
}

test_silence_fails if violations(judged({})) == {["high", "nobody has to tell of a change of ownership or control"]}

test_open if {
	every changes in [
		{"deadline": samples.period("within", 5, "working_days", "change")},
		{"deadline": samples.word("prompt", "none")},
		{"narrowed": ["on_request"]},
		{"action": "unrecognised"},
		{"covers": []},
	] {
		of(changes).outcome == "undetermined"
	}
}

test_doubts if {
	sure := {"norms": [norm("0", {})]}
	judged(object.union(sure, {"unclear": [samples.unclear("ownership_change")]})).outcome == "undetermined"
	judged(object.union(sure, {"derogations": [samples.derogation([], ["/clauses/2"])]})).outcome == "undetermined"
}

test_other_profile_is_not_applicable if {
	judged_input(object.union(samples.grant({}), {"profiles": ["us"]})).outcome == "not_applicable"
}
