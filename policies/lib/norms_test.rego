package test.lib.norms

import data.rscheck.lib.norms
import data.test.samples

duty(index, changes) := samples.norm(index, object.union({"topics": ["disclosure"]}, changes))

test_duties if {
	given := samples.grant({"norms": [
		duty("0", {}),
		duty("1", {"modality": "permitted"}),
		duty("2", {"modality": "permitted", "restricted": true, "action": "disclose"}),
		duty("3", {"clause": "/clauses/0"}),
		duty("4", {"modality": "forbidden"}),
	]})
	{norm.ref | some norm in norms.duties("disclosure")} == {"/norms/0", "/norms/2", "/norms/4"} with input as given
	{norm.ref | some norm in norms.duties_to("disclosure", {"disclose"})} == {"/norms/2"} with input as given
	count(norms.on("transfer")) == 0 with input as given
}

test_bearer if {
	cases := [
		["party", "any", [], "proven"],
		["party", "unrecognised", [], "open"],
		["other", "each", [], "open"],
		["thing", "none", [], "open"],
		["coordinator", "all", [], "refuted"],
		["party", "named", ["/parties/0"], "refuted"],
		["party", "named", ["/parties/0", "/parties/1"], "open"],
	]
	every case in cases {
		norm := duty("0", {"bearer": {"term": case[0], "scope": case[1], "refs": case[2]}})
		norms.bearer(norm, "disclosure") == case[3] with input as samples.grant({"norms": [norm]})
	}
}

test_thing_binds if {
	norms.bearer_or_thing(duty("0", {"bearer": {"term": "thing", "scope": "none"}}), "disclosure") == "proven"
	norms.bearer_or_thing(duty("0", {}), "disclosure") == "proven"
}

test_whole if {
	norms.whole(duty("0", {})) == "proven"
	norms.whole(duty("0", {"narrowed": ["effort"]})) == "open"
	norms.whole(duty("0", {"excepts": ["control"]})) == "open"
}

test_silent if {
	norms.silent("disclosure") with input as samples.grant({})
	norms.silent("disclosure") with input as samples.grant({"norms": [duty("0", {"clause": "/clauses/0"})]})
	not norms.silent("disclosure") with input as samples.grant({"norms": [duty("0", {})]})
	not norms.silent("disclosure") with input as samples.grant({"norms": [duty("0", {"clause": "/clauses/99"})]})
	not norms.silent("disclosure") with input as samples.grant({"unclear": [samples.unclear("disclosure")]})
}

doubted(changes, refs) if {
	norm := duty("0", {})
	given := samples.grant(object.union({"norms": [norm]}, changes))
	count(norms.doubts("disclosure", {"notify"}, refs)) > 0 with input as given
}

test_doubts if {
	not doubted({}, {"/norms/0"})
	doubted({"unclear": [samples.unclear("disclosure")]}, set())
	not doubted({"unclear": [samples.unclear("transfer")]}, {"/norms/0"})
	doubted({"norms": [duty("0", {"modality": "not_obliged"})]}, set())
	not doubted({"norms": [duty("0", {"modality": "not_obliged", "action": "use"})]}, set())
}

test_derogations if {
	proving := {"/norms/0"}
	doubted({"derogations": [samples.derogation(["disclosure"], [])]}, set())
	doubted({"derogations": [samples.derogation([], [])]}, set())
	not doubted({"derogations": [samples.derogation(["transfer"], [])]}, proving)
	every target in ["/clauses/1", "/clauses/2", "/clauses/3"] {
		doubted({"derogations": [samples.derogation(["transfer"], [target])]}, proving)
	}
	not doubted({"derogations": [samples.derogation(["transfer"], ["/clauses/4"])]}, proving)
	not doubted({"derogations": [samples.derogation(["transfer"], ["/clauses/1"])]}, set())
	recital := object.union(samples.derogation(["disclosure"], []), {"clause": "/clauses/0"})
	not doubted({"derogations": [recital]}, proving)
}

test_lineage_by_level_and_number if {
	given := samples.grant({})
	norms.lineage("/clauses/3") == {"/clauses/0", "/clauses/1", "/clauses/2", "/clauses/3"} with input as given
	norms.lineage("/clauses/1") == {"/clauses/0", "/clauses/1", "/clauses/2", "/clauses/3"} with input as given
}
