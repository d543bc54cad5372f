package test.safeguards.academic_freedom

import data.test.samples

judged(given) := judgement if {
	judgement := data.rscheck.report.R with input as given
		with data.rscheck.manifest as samples.manifest("safeguards", "academic_freedom", "high")
}

norm(changes) := samples.norm("0", object.union(
	{
		"topics": ["academic_freedom"],
		"action": "respect",
		"bearer": {"term": "party", "scope": "all"},
		"covers": ["freedom", "integrity", "code_of_conduct"],
	},
	changes,
))

grant(changes) := judged(samples.grant({"norms": [norm(changes)]}))

consortium(changes) := judged(samples.consortium({"norms": [norm(changes)]}))

violations(judgement) := {[v.severity, v.message] | some v in judgement.subjects["/document"].violations}

test_passes if {
	grant({}).outcome == "pass"
	grant({"bearer": {"term": "thing", "scope": "none"}}).outcome == "pass"
	consortium({"covers": ["freedom", "integrity"]}).outcome == "pass"
	consortium({"covers": ["freedom", "code_of_conduct"]}).outcome == "pass"
}

test_left_out_fails if {
	violations(grant({"covers": ["freedom", "integrity"]})) == {
		["high", "the duty leaves out the code of conduct for integrity"],
	}
	violations(consortium({"covers": ["integrity"]})) == {["high", "the duty leaves out academic freedom"]}
}

test_one_bearer_fails if {
	violations(grant({"bearer": {"term": "coordinator"}})) == {
		["high", "the duty does not bind everyone who takes part"],
	}
}

test_silence_fails if violations(judged(samples.grant({}))) == {["high", "academic freedom is not guaranteed"]}

test_recommendation_is_no_duty if {
	violations(grant({"modality": "recommended"})) == {["high", "academic freedom is not guaranteed"]}
}

test_open if {
	every changes in [{"narrowed": ["effort"]}, {"action": "unrecognised"}, {"covers": []}] {
		grant(changes).outcome == "undetermined"
	}
}

test_doubts if {
	given := {"norms": [norm({})], "derogations": [samples.derogation(["academic_freedom"], [])]}
	judged(samples.grant(given)).outcome == "undetermined"
}

test_other_profile_is_not_applicable if {
	judged(object.union(samples.grant({}), {"profiles": ["us"]})).outcome == "not_applicable"
}
