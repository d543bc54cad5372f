package test.safeguards.transfer_notice

import data.test.samples

judged(given) := judgement if {
	judgement := data.rscheck.report.R with input as given
		with data.rscheck.manifest as samples.manifest("safeguards", "transfer_notice", "medium")
}

notice(changes) := samples.norm("0", object.union(
	{
		"topics": ["transfer"],
		"bearer": {"scope": "any"},
		"recipient": "beneficiary",
		"deadline": samples.period("at_least", 45, "days", "none"),
	},
	changes,
))

objection(changes) := samples.norm("1", object.union(
	{
		"topics": ["transfer"],
		"bearer": {"scope": "any"},
		"action": "object",
		"modality": "permitted",
		"deadline": samples.period("within", 30, "days", "receipt"),
	},
	changes,
))

of(told, objected) := judged(samples.grant({"norms": [notice(told), objection(objected)]}))

violations(judgement) := {[v.severity, v.message] | some v in judgement.subjects["/document"].violations}

test_notice_and_objection_pass if of({}, {}).outcome == "pass"

test_funders_own_objection_does_not_disturb if {
	own := object.union(objection({"bearer": {"term": "granting_authority"}}), {"ref": "/norms/2"})
	judged(samples.grant({"norms": [notice({}), objection({}), own]})).outcome == "pass"
}

test_short_times_fail if {
	violations(of({"deadline": {"number": 30}}, {"deadline": {"number": 10}})) == {
		["medium", "the notice may be shorter than 45 days"],
		["medium", "there may be fewer than 30 days to object"],
	}
}

test_no_objection_fails if {
	violations(judged(samples.grant({"norms": [notice({})]}))) == {["medium", "the others have no right to object"]}
}

test_funder_only_may_object_fails if {
	violations(of({}, {"bearer": {"term": "granting_authority"}})) == {
		["medium", "not everyone who takes part may object"],
	}
}

test_silence_fails if {
	silent := {["medium", "a transfer of results needs no notice"]}
	violations(judged(samples.grant({}))) == silent
	violations(judged(samples.grant({"norms": [objection({})]}))) == silent
}

test_open if {
	of({"recipient": "granting_authority"}, {}).outcome == "undetermined"
	of({"narrowed": ["feasibility"]}, {}).outcome == "undetermined"
	of({}, {"action": "unrecognised"}).outcome == "undetermined"
	of({}, {"deadline": {"event": "unrecognised"}}).outcome == "undetermined"
}

test_waiver_for_named_third_parties if {
	waived := {"norms": [notice({}), objection({})], "derogations": [samples.derogation(["transfer"], [])]}
	judged(samples.consortium(waived)).outcome == "undetermined"
	listed := {"simplified_transfer": [{"ref": "/simplified_transfer/0", "id": "s", "name": "Holding"}]}
	judged(samples.consortium(object.union(waived, listed))).outcome == "pass"
	taken := object.union(waived, {"derogations": [samples.derogation(["transfer"], ["/clauses/2"])]})
	judged(samples.consortium(object.union(taken, listed))).outcome == "undetermined"
}

test_other_profile_is_not_applicable if {
	judged(object.union(samples.grant({}), {"profiles": ["us"]})).outcome == "not_applicable"
}
