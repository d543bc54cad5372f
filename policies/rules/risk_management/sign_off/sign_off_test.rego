package test.risk_management.sign_off

import data.test.samples

judged(level, risk) := judgement if {
	names := ["own_organisation", "research_domain", "partner_country", "partner_organisation"]
	rated := [{"ref": sprintf("/risk/appraisal/factors/%d", [n]), "factor": name, "rating": "low"} | some n, name in names]
	appraisal := object.union({"ref": "/risk/appraisal", "factors": rated}, level)
	judgement := data.rscheck.report.R with input as samples.grant({
		"risk": object.union({"ref": "/risk", "appraisal": appraisal}, risk),
		"technology": {"ref": "/technology", "areas": [], "items": []},
	})
		with data.rscheck.manifest as samples.manifest("risk_management", "sign_off", "high")
		with data.rscheck.lists as {"technologies": {"valid_until": "2027-12-31", "areas": {}}}
}

high := {"level": "high"}

signed := {"ref": "/risk/sign_off", "by": "Rector", "level": "institution", "date": "2026-10-28"}

test_institution_before_signing_passes if {
	found := judged(high, {"sign_off": signed})
	found.outcome == "pass"
	found.subjects["/document"].proofs == [{"at": ["/risk/sign_off/by", "/risk/sign_off/date"]}]
	judged({}, {"sign_off": signed}).outcome == "pass"
}

test_incomplete_sign_off_is_undetermined if {
	every field in ["by", "level", "date"] {
		judged(high, {"sign_off": object.remove(signed, [field])}).outcome == "undetermined"
	}
}

test_high_risk_without_sign_off_fails if {
	judged(high, {}).subjects["/document"].violations == [{"absent": "sign_off", "message": "", "severity": "high"}]
}

test_unit_fails if {
	found := judged(high, {"sign_off": object.union(signed, {"level": "unit"})})
	found.outcome == "fail"
	found.subjects["/document"].violations[0].at == ["/risk/sign_off/by"]
}

test_after_the_signing_fails if {
	found := judged(high, {"sign_off": object.union(signed, {"date": "2026-12-01"})})
	found.outcome == "fail"
	found.subjects["/document"].violations[0].at == ["/risk/sign_off/date"]
}

test_unknown_tier_is_undetermined if {
	judged({}, {}).outcome == "undetermined"
	judged({}, {"sign_off": object.union(signed, {"level": "unit"})}).outcome == "undetermined"
}

test_below_high_is_not_applicable if {
	found := judged({"level": "elevated"}, {})
	found.outcome == "not_applicable"
	"/risk/appraisal/level" in found.subjects["/document"].exempt[0].at
	found.errors == []
}
