package test.main

import data.test.samples

given := samples.grant({"parties": [], "persons": [{}], "inferred": ["/persons/0/role"]})

proof := {"subject": "/document", "at": ["/document"]}

# The judgement of one rule that says `words`; nothing where it says less than it must.
judged(words) := judged_with(words, given, {})

judged_with(words, asked, changes) := judgement if {
	entry := object.union(samples.manifest("some", "rule", "high"), {"R": changes})
	said := object.union({"subjects": {"/document"}, "compliant": set(), "violations": set()}, words)
	judgement := data.rscheck.report.R with input as asked
		with data.rscheck.manifest as entry
		with data.rscheck.rules as {"some": {"rule": said}}
}

outcome(words) := judged(words).outcome

subject(words) := judged(words).subjects["/document"]

test_pass_is_proven if {
	judged({"compliant": {proof}}) == {
		"outcome": "pass",
		"reason": "",
		"missing": [],
		"subjects": {"/document": {
			"outcome": "pass",
			"proofs": [{"at": ["/document"]}],
			"unproven": [],
			"doubts": [],
			"violations": [],
			"exempt": [],
		}},
		"errors": [],
	}
	outcome({}) == "undetermined"
	subject({}).unproven == [""]
}

test_order_of_judging if {
	violation := {"subject": "/document", "absent": "transfer"}
	doubt := {"subject": "/document", "at": ["/norms/0"], "message": "why"}
	outcome({"compliant": {proof}, "doubts": {doubt}, "violations": {violation}}) == "fail"
	outcome({"compliant": {proof}, "doubts": {doubt}, "exempt": {proof}}) == "undetermined"
	outcome({"exempt": {proof}}) == "not_applicable"
	subject({"exempt": {proof}}).unproven == []
	subject({"violations": {violation}}).violations == [{"absent": "transfer", "message": "", "severity": "high"}]
	subject({"violations": {violation}}).unproven == []
}

test_parts_are_proven_one_by_one if {
	words := {"parts": {"a", "b"}, "compliant": {of("a")}}
	subject(words).unproven == ["b"]
	outcome(words) == "undetermined"
	outcome(object.union(words, {"compliant": {of("a"), of("b")}})) == "pass"
	mild := object.union(of("b"), {"severity": "low", "message": "m"})
	subject(object.union(words, {"violations": {mild}})).unproven == []
	loose := object.union(proof, {"severity": "low", "message": "m"})
	subject(object.union(words, {"violations": {loose}})).unproven == ["b"]
	gone := {"subject": "/document", "absent": "transfer"}
	subject(object.union(words, {"violations": {gone}})).unproven == []
	milder := object.union(gone, {"severity": "low"})
	subject(object.union(words, {"violations": {milder}})).unproven == ["b"]
}

of(part) := object.union(proof, {"part": part})

test_worst_subject_decides if {
	other := {"subject": "/persons/0", "at": ["/persons/0/code"]}
	two := {"subjects": {"/document", "/persons/0"}}
	outcome(object.union(two, {"compliant": {proof}, "exempt": {other}})) == "pass"
	outcome(object.union(two, {"compliant": {proof}})) == "undetermined"
	outcome(object.union(two, {"violations": {other}})) == "fail"
}

test_inferred_proves_nothing if {
	every place in ["/persons/0", "/persons/0/role"] {
		outcome({"compliant": {{"subject": "/document", "at": [place]}}}) == "undetermined"
		outcome({"exempt": {{"subject": "/document", "at": [place]}}}) == "undetermined"
	}
	outcome({"compliant": {{"subject": "/document", "at": ["/persons/0/code"]}}}) == "pass"
}

test_absent_need if {
	needs := {"needs": {"/tasks", "/parties"}}
	open := judged(object.union(needs, {"compliant": {proof}}))
	[open.outcome, open.reason, open.missing] == ["undetermined", "need absent", ["/tasks"]]
	missing := {"subject": "/document", "absent": "tasks"}
	outcome(object.union(needs, {"violations": {missing}})) == "undetermined"
	outcome(object.union(needs, {"violations": {object.union(missing, {"at": ["/document"]})}})) == "undetermined"
	there := judged(object.union(needs, {"violations": {object.union(proof, {"message": "m"})}}))
	[there.outcome, there.reason] == ["fail", ""]
	outcome(object.union(needs, {"subjects": set()})) == "undetermined"
}

test_no_subjects if {
	none := judged({"subjects": set(), "needs": {"/parties"}})
	[none.outcome, none.reason] == ["not_applicable", "no subjects"]
	outcome({"subjects": set(), "needs": {"/persons"}}) == "undetermined"
	outcome({"subjects": set()}) == "undetermined"
}

test_not_concerned if {
	cases := [
		["document kind", {"documents": ["consortium_agreement"]}],
		["profile", {"profiles": ["us"]}],
		["not in force", {"effective_from": "2027-01-01"}],
		["not in force", {"effective_until": "2025-12-31"}],
	]
	every case in cases {
		found := judged_with({"compliant": {proof}}, given, case[1])
		[found.outcome, found.reason] == ["not_applicable", case[0]]
	}
	judged_with({"compliant": {proof}}, given, {"effective_until": "2026-11-23"}).outcome == "pass"
}

test_undefined_gate_gives_no_outcome if {
	every field in ["profiles", "as_of", "facts"] {
		not judged_with({"compliant": {proof}}, object.remove(given, [field]), {})
	}
}

test_incomplete_rule_is_missing if {
	every name in ["subjects", "compliant", "violations"] {
		rule := object.remove({"subjects": {"/document"}, "compliant": {proof}, "violations": set()}, [name])
		report := data.rscheck.report with input as given
			with data.rscheck.manifest as samples.manifest("some", "rule", "high")
			with data.rscheck.rules as {"some": {"rule": rule}}
		report == {}
	}
}

test_errors if {
	cases := [
		[{"compliant": {{"subject": "/tasks/0", "at": ["/tasks/0"]}}}, "compliant: /tasks/0 is not in subjects"],
		[{"doubts": {{"at": ["/document"]}}}, "doubts: an object without subject"],
		[{"compliant": {{"subject": "/document", "at": []}}}, "compliant: /document rests on an empty `at`"],
		[{"violations": {{"subject": "/document"}}}, "violations: /document has neither `at` nor `absent`"],
		[{"violations": {proof}, "exempt": {proof}}, "/document is both exempt and in violation"],
		[{"compliant": {of("a")}}, "compliant: unknown part \"a\""],
		[{"parts": {"a"}, "compliant": {proof}}, "compliant: unknown part \"\""],
		[{"violations": {of("a")}}, "violations: unknown part \"a\""],
		[{"violations": {{"subject": "/document", "absent": "x"}}}, "violations: unknown absent \"x\""],
		[
			{"violations": {object.union(proof, {"severity": "critical"})}},
			"violations: severity \"critical\" is not at most \"high\"",
		],
		[
			{"violations": {object.union(proof, {"severity": "x"})}},
			"violations: severity \"x\" is not at most \"high\"",
		],
	]
	every case in cases {
		judged(case[0]).errors == [case[1]]
	}
}
