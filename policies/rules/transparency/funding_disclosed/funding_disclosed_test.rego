package test.transparency.funding_disclosed

import data.test.samples

person(changes) := object.union({"ref": "/persons/0", "id": "p", "code": "P-01"}, changes)

grant := {
	"ref": "/persons/0/funding/0",
	"id": "f",
	"funder": "Science Council",
	"country": "NL",
	"kind": "Grant",
	"amount": {"currency": "EUR", "minor": 100},
	"period": "2025",
	"purpose": "Physics",
}

judged(facts) := judgement if {
	judgement := data.rscheck.report.R with input as samples.grant(facts)
		with data.rscheck.manifest as samples.manifest("transparency", "funding_disclosed", "high")
}

of(changes) := judged({"persons": [person(changes)]})

test_none_declared_passes if {
	found := of({"funding": []})
	found.outcome == "pass"
	found.subjects["/persons/0"].proofs == [{"at": ["/persons/0/funding"]}]
}

test_complete_entry_passes if {
	found := of({"funding": [grant]})
	found.outcome == "pass"
	found.subjects["/persons/0"].proofs == [{"at": ["/persons/0/funding/0"]}]
}

test_no_statement_fails if {
	found := of({})
	found.outcome == "fail"
	found.subjects["/persons/0"].violations == [{
		"absent": "funding_sources",
		"at": ["/persons/0"],
		"message": "nothing is stated about the funding of P-01",
		"severity": "high",
	}]
}

test_missing_particulars_are_milder if {
	gap := object.remove(grant, ["period"])
	found := of({"funding": [grant, gap]})
	found.outcome == "fail"
	found.subjects["/persons/0"].violations == [{
		"at": ["/persons/0/funding/0"],
		"message": "a source of funding is stated without: period",
		"severity": "medium",
	}]
}

test_an_empty_particular_is_missing if {
	of({"funding": [object.union(grant, {"period": ""})]}).outcome == "fail"
}

test_no_table_of_persons_is_undetermined if {
	[judged({}).outcome, judged({}).missing] == ["undetermined", ["/persons"]]
}

test_no_key_personnel_is_not_applicable if judged({"persons": []}).outcome == "not_applicable"
