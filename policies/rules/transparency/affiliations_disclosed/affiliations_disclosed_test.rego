package test.transparency.affiliations_disclosed

import data.test.samples

person(changes) := object.union({"ref": "/persons/0", "id": "p", "code": "P-01"}, changes)

post := {
	"ref": "/persons/0/affiliations/0",
	"id": "a",
	"organisation": "Harbour Institute",
	"country": "SG",
	"position": "Visiting professor",
	"paid": false,
}

judged(facts) := judgement if {
	judgement := data.rscheck.report.R with input as samples.grant(facts)
		with data.rscheck.manifest as samples.manifest("transparency", "affiliations_disclosed", "high")
}

of(changes) := judged({"persons": [person(changes)]})

test_none_declared_passes if {
	found := of({"affiliations": []})
	found.outcome == "pass"
	found.subjects["/persons/0"].proofs == [{"at": ["/persons/0/affiliations"]}]
}

test_complete_entry_passes if {
	found := of({"affiliations": [post]})
	found.outcome == "pass"
	found.subjects["/persons/0"].proofs == [{"at": ["/persons/0/affiliations/0"]}]
}

test_no_statement_fails if {
	found := of({})
	found.outcome == "fail"
	found.subjects["/persons/0"].violations == [{
		"absent": "affiliations",
		"at": ["/persons/0"],
		"message": "nothing is stated about the affiliations of P-01",
		"severity": "high",
	}]
}

test_missing_particulars_are_milder if {
	gap := object.remove(post, ["position"])
	found := of({"affiliations": [post, gap]})
	found.outcome == "fail"
	found.subjects["/persons/0"].violations == [{
		"at": ["/persons/0/affiliations/0"],
		"message": "an affiliation is stated without: position",
		"severity": "medium",
	}]
}

test_an_empty_particular_is_missing if {
	of({"affiliations": [object.union(post, {"position": ""})]}).outcome == "fail"
}

test_no_table_of_persons_is_undetermined if {
	[judged({}).outcome, judged({}).missing] == ["undetermined", ["/persons"]]
}

test_no_key_personnel_is_not_applicable if judged({"persons": []}).outcome == "not_applicable"
