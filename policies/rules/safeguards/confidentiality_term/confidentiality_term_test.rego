package test.safeguards.confidentiality_term

import data.test.samples

judged(given) := judgement if {
	judgement := data.rscheck.report.R with input as given
		with data.rscheck.manifest as samples.manifest("safeguards", "confidentiality_term", "high")
}

keep(changes) := samples.norm("0", object.union(
	{
		"topics": ["confidentiality"],
		"action": "keep_confidential",
		"covers": ["sensitive_information"],
		"deadline": samples.period("for", 5, "years", "final_payment"),
	},
	changes,
))

share(changes) := samples.norm("1", object.union(
	{
		"topics": ["confidentiality"],
		"action": "disclose",
		"modality": "permitted",
		"restricted": true,
		"covers": ["need_to_know", "bound_persons"],
	},
	changes,
))

grant(kept, shared) := judged(samples.grant({"norms": [keep(kept), share(shared)]}))

violations(judgement) := {[v.severity, v.message] | some v in judgement.subjects["/document"].violations}

test_grant_passes if grant({}, {}).outcome == "pass"

test_consortium_passes if {
	thing := {"bearer": {"term": "thing", "scope": "none"}, "deadline": samples.period("for", 4, "years", "end")}
	judged(samples.consortium({"norms": [share(object.union(thing, {"modality": "obliged"}))]})).outcome == "pass"
}

test_forbidden_except_to_those_who_need_to_know_passes if {
	grant({}, {"modality": "forbidden", "excepts": ["need_to_know", "bound_persons"]}).outcome == "pass"
}

test_term_too_short_fails if {
	message := "confidentiality ends sooner than 5 years after final_payment"
	every deadline in [samples.period("for", 4, "years", "final_payment"), samples.period("for", 5, "years", "end")] {
		violations(grant({"deadline": deadline}, {})) == {["high", message]}
	}
}

test_no_limit_to_persons_fails if {
	violations(judged(samples.grant({"norms": [keep({})]}))) == {
		["high", "disclosure is not limited to persons who need to know"],
		["high", "disclosure is not limited to persons bound by confidentiality"],
	}
}

test_one_bearer_fails if {
	violations(grant({"bearer": {"term": "coordinator"}}, {})) == {
		["high", "the duty does not bind everyone who takes part"],
	}
}

test_silence_fails if {
	violations(judged(samples.grant({}))) == {["high", "nobody has to keep anything confidential"]}
}

test_open if {
	grant({"deadline": samples.word("none", "none")}, {}).outcome == "undetermined"
	grant({"deadline": samples.period("for", 9, "years", "end")}, {}).outcome == "undetermined"
	grant({"narrowed": ["effort"]}, {}).outcome == "undetermined"
	grant({}, {"restricted": false}).outcome == "undetermined"
	grant({}, {"restricted": false, "covers": [], "excepts": ["need_to_know", "bound_persons"]}).outcome == "undetermined"
	grant({}, {"covers": [], "action": "unrecognised"}).outcome == "undetermined"
	grant({}, {"excepts": ["sensitive_information"]}).outcome == "undetermined"
}

test_doubts if {
	sure := {"norms": [keep({}), share({})]}
	judged(samples.grant(object.union(sure, {"unclear": [samples.unclear("confidentiality")]}))).outcome == "undetermined"
}

test_other_profile_is_not_applicable if {
	judged(object.union(samples.grant({}), {"profiles": ["us"]})).outcome == "not_applicable"
}
