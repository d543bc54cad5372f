package test.risk_management.four_factor_appraisal

import data.test.samples

lists := {
	"member_states": {"valid_until": "2027-12-31", "countries": {"AA": {}}},
	"associated": {"valid_until": "2027-12-31", "countries": {}},
}

partner := {"ref": "/parties/0", "short_name": "LAB", "legal_name": "The Laboratory", "country": "ZZ"}

factor(index, name, subject) := {
	"ref": sprintf("/risk/appraisal/factors/%d", [index]),
	"factor": name,
	"subject": subject,
	"rating": "low",
	"rationale": "Looked into",
}

appraisal := {"ref": "/risk/appraisal", "date": "2026-10-20", "factors": [
	factor(0, "own_organisation", "/parties/1"),
	factor(1, "research_domain", "T1"),
	factor(2, "partner_country", "/parties/0"),
	factor(3, "partner_organisation", "/parties/0"),
]}

judged(facts) := judgement if {
	judgement := data.rscheck.report.R with input as samples.grant(facts)
		with data.rscheck.manifest as samples.manifest("risk_management", "four_factor_appraisal", "high")
		with data.rscheck.lists as lists
}

of(changes, risk) := judged({"parties": [object.union(partner, changes)], "risk": risk})

test_full_appraisal_passes if {
	found := of({}, {"appraisal": appraisal})
	found.outcome == "pass"
	{proof.part | some proof in found.subjects["/parties/0"].proofs} == {
		"own_organisation", "research_domain", "partner_country", "partner_organisation", "date",
	}
}

test_gaps_are_undetermined if {
	every path in [
		"date", "factors", "factors/0", "factors/2", "factors/1/rating", "factors/1/rationale",
		"factors/3/rationale", "factors/2/subject", "factors/3/rating",
	] {
		of({}, {"appraisal": json.remove(appraisal, [path])}).outcome == "undetermined"
	}
}

test_a_factor_of_another_party_proves_nothing if {
	other := json.patch(appraisal, [{"op": "replace", "path": "/factors/2/subject", "value": "/parties/7"}])
	of({}, {"appraisal": other}).subjects["/parties/0"].unproven == ["partner_country"]
}

test_no_appraisal_fails if {
	every facts in [{"parties": [partner]}, {"parties": [partner], "risk": {"ref": "/risk"}}] {
		found := judged(facts).subjects["/parties/0"]
		[found.outcome, found.unproven] == ["fail", []]
		found.violations == [{
			"absent": "risk_appraisal", "at": ["/parties/0/country"],
			"message": "", "severity": "high",
		}]
	}
}

test_appraised_after_signing_fails if {
	document := {"ref": "/document", "kind": "grant_agreement", "title": "Agreement", "signed_on": "2026-10-19"}
	found := judged({"document": document, "parties": [partner], "risk": {"appraisal": appraisal}})
	found.outcome == "fail"
	found.subjects["/parties/0"].violations[0].at == ["/risk/appraisal/date"]
}

test_unknown_country_is_undetermined if {
	of({"country": "AA"}, {"ref": "/risk"}).outcome == "undetermined"
	judged({"parties": [object.remove(partner, ["country"])]}).outcome == "undetermined"
}

test_at_home_is_not_applicable if {
	found := judged({
		"parties": [object.union(partner, {"country": "AA"})],
		"ownership": [{"ref": "/ownership/0", "entity": "LAB", "holders": [{
			"ref": "/ownership/0/holders/0", "name": "State", "country": "AA", "kind": "state",
			"share_ppm": 1000000, "decisive_influence": true,
		}]}],
	})
	found.outcome == "not_applicable"
	"/parties/0/country" in found.subjects["/parties/0"].exempt[0].at
	found.errors == []
}

test_no_parties_stated_is_undetermined if judged({}).missing == ["/parties"]
