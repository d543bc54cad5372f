package test.lib.weighing

import data.rscheck.lib.weighing
import data.test.samples

of(index, reach, status) := weighing.weight(samples.norm(index, {}), reach, {"it is late": status})

test_weight if {
	norm := samples.norm("0", {"narrowed": ["effort"], "excepts": ["control"]})
	checks := {"b": "refuted", "a": "refuted", "c": "open"}
	weighing.weight(norm, {"x"}, checks) == {
		"at": "/norms/0",
		"reach": {"x"},
		"status": "refuted",
		"why": "a; b",
		"limits": "control, effort",
	}
	of("0", set(), "open").status == "open"
	of("0", set(), "proven").status == "proven"
	not weighing.worst(set())
}

test_proofs if {
	weights := {of("0", {"x", "y"}, "proven"), of("1", {"x"}, "open")}
	weighing.proofs({"x"}, weights) == {{"subject": "/document", "part": "x", "at": ["/norms/0"]}}
	weighing.proving(weights) == {"/norms/0"}
}

test_insufficient_only_if_all_are if {
	late := {of("0", {"x"}, "refuted")}
	{v.message | some v in weighing.insufficient({"x", "y"}, late)} == {"it is late"}
	count(weighing.insufficient({"x"}, late | {of("1", {"x"}, "open")})) == 0
}

test_left_out if {
	weighing.left_out({"x", "y"}, {of("0", {"x"}, "open")}) == {"y": ["/norms/0"]}
	weighing.left_out({"y"}, {of("0", {"x"}, "open"), of("1", set(), "open")}) == {}
	weighing.left_out({"y"}, set()) == {}
}

test_gravity if {
	weighing.gravity({"x", "y"}, {of("0", {"x"}, "open")}) == "medium"
	weighing.gravity({"x", "y"}, {of("0", {"z"}, "open")}) == "high"
}

test_limited if {
	narrow := weighing.weight(samples.norm("0", {"narrowed": ["effort"]}), {"x"}, {"limited": "open"})
	{d.message | some d in weighing.limited({"x"}, {narrow})} == {"the duty is limited: effort"}
	count(weighing.limited({"x"}, {narrow, of("1", {"x"}, "proven")})) == 0
	count(weighing.limited({"x"}, {of("1", {"x"}, "open")})) == 0
}

test_document_doubts if {
	weighing.document_doubts({{"at": ["/norms/0"]}}) == {{"subject": "/document", "at": ["/norms/0"]}}
}
