package test.risk_management.agreed_mitigation

import data.test.samples

measure := {
	"ref": "/risk/measures/0",
	"id": "m",
	"risk": "Leak",
	"measure": "Named access",
	"owner": "/parties/0",
	"due": "2027-03-01",
}

judged(level, risk) := judgement if {
	names := ["own_organisation", "research_domain", "partner_country", "partner_organisation"]
	rated := [{"ref": sprintf("/risk/appraisal/factors/%d", [n]), "factor": name, "rating": "low"} | some n, name in names]
	appraisal := object.union({"ref": "/risk/appraisal", "factors": rated}, level)
	judgement := data.rscheck.report.R with input as samples.grant({
		"risk": object.union({"ref": "/risk", "appraisal": appraisal}, risk),
		"technology": {"ref": "/technology", "areas": [], "items": []},
	})
		with data.rscheck.manifest as samples.manifest("risk_management", "agreed_mitigation", "high")
		with data.rscheck.lists as {"technologies": {"valid_until": "2027-12-31", "areas": {}}}
}

low := {"level": "low"}

elevated := {"level": "elevated"}

agreed := {"measures": [measure], "agreed_on": "2026-11-02"}

test_measures_and_agreement_pass if {
	found := judged(elevated, agreed)
	found.outcome == "pass"
	{proof.part: proof.at | some proof in found.subjects["/document"].proofs} == {
		"measures": ["/risk/measures/0"],
		"agreement": ["/risk/agreed_on"],
	}
	judged({}, agreed).outcome == "pass"
}

test_no_agreement_is_undetermined if {
	judged(elevated, {"measures": [measure]}).subjects["/document"].unproven == ["agreement"]
	judged(elevated, object.union(agreed, {"agreed_on": "2026-12-01"})).outcome == "undetermined"
}

test_incomplete_measure_is_milder if {
	every field in ["measure", "owner", "due"] {
		found := judged(elevated, object.union(agreed, {"measures": [object.remove(measure, [field])]}))
		found.outcome == "fail"
		found.subjects["/document"].violations == [{
			"at": ["/risk/measures/0"],
			"message": sprintf("a risk has a measure without: %s", [field]),
			"severity": "medium",
		}]
	}
}

test_no_measures_fail if {
	judged(elevated, {}).subjects["/document"].violations == [{"absent": "risk_measures", "message": "", "severity": "high"}]
	none := judged(elevated, {"measures": []})
	none.outcome == "fail"
	none.subjects["/document"].violations[0].at == ["/risk/measures"]
}

test_unknown_tier_is_undetermined if {
	judged({}, {}).outcome == "undetermined"
	judged({}, {"measures": [object.remove(measure, ["due"])]}).outcome == "undetermined"
}

test_low_risk_is_not_applicable if {
	found := judged(low, {})
	found.outcome == "not_applicable"
	"/risk/appraisal/level" in found.subjects["/document"].exempt[0].at
	found.errors == []
}
