package test.safeguards.incident_reporting

import data.test.samples

judged_input(given) := judgement if {
	judgement := data.rscheck.report.R with input as given
		with data.rscheck.manifest as samples.manifest("safeguards", "incident_reporting", "high")
}

judged(facts) := judged_input(samples.grant(facts))

norm(index, changes) := samples.norm(index, object.union(
	{
		"topics": ["incident_reporting"],
		"covers": ["cyber", "leak", "interference"],
		"deadline": samples.period("within", 24, "hours", "awareness"),
	},
	changes,
))

of(changes) := judged({"norms": [norm("0", changes)]})

violations(judgement) := {[v.severity, v.message] | some v in judgement.subjects["/document"].violations}

test_passes if of({}).outcome == "pass"

test_details_may_take_longer if {
	details := norm("1", {"covers": ["details"], "deadline": {"number": 72}})
	judged({"norms": [norm("0", {}), details]}).outcome == "pass"
}

risk(person) := {"risk": {"ref": "/risk", "responsible_persons": [person]}}

test_contact if {
	norms := {"norms": [norm("0", {"recipient": "none"})]}
	judged(norms).subjects["/document"].unproven == ["contact"]
	person := {"ref": "/risk/responsible_persons/0", "id": "r", "party": "A"}
	judged(object.union(norms, risk(person))).outcome == "undetermined"
	judged(object.union(norms, risk(object.union(person, {"contact": "a@b.example"})))).outcome == "pass"
}

test_late_fails if {
	message := "the first notice may take longer than 24 hours"
	violations(of({"deadline": {"number": 10, "unit": "days"}})) == {["high", message]}
	violations(of({"deadline": {"number": 72}})) == {["medium", message]}
	violations(of({"deadline": samples.word("none", "none")})) == {["high", message]}
}

test_one_bearer_fails if {
	violations(of({"bearer": {"term": "coordinator"}})) == {
		["high", "the duty does not bind everyone who takes part"],
	}
}

test_left_out_is_milder if {
	found := of({"covers": ["cyber", "leak"]})
	violations(found) == {["medium", "the duty to report leaves out interference"]}
	found.subjects["/document"].unproven == []
}

test_all_left_out_fails if {
	{v.severity | some v in of({"covers": ["safety"]}).subjects["/document"].violations} == {"high"}
}

test_silence_fails if violations(judged({})) == {["high", "nobody has to report incidents"]}

test_open if {
	every changes in [
		{"deadline": {"number": 1, "unit": "days"}},
		{"deadline": samples.word("without_delay", "none")},
		{"deadline": {"event": "change"}},
		{"narrowed": ["materiality"]},
		{"action": "unrecognised"},
	] {
		of(changes).outcome == "undetermined"
	}
}

test_doubts if {
	given := {"norms": [norm("0", {})], "unclear": [samples.unclear("incident_reporting")]}
	judged(given).outcome == "undetermined"
}

test_without_a_call_is_undetermined if {
	found := judged_input(object.remove(samples.grant({"norms": [norm("0", {})]}), ["call"]))
	[found.outcome, found.reason] == ["undetermined", "need absent"]
}

test_other_profile_is_not_applicable if {
	judged_input(object.union(samples.grant({}), {"profiles": ["us"]})).outcome == "not_applicable"
}
