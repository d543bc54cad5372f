package test.lib.pointers

import data.rscheck.lib.pointers

given := {
	"facts": {"parties": [{"country": "NL"}], "tasks": [], "odd/name~": 1},
	"call": {"thresholds": {"days": 0}, "empty": null},
	"related": {"consortium_agreement": {"norms": []}},
}

test_found if {
	every pointer in [
		"/parties", "/parties/0/country", "/tasks", "/call", "/call/thresholds/days",
		"/related/consortium_agreement/norms", "/odd~1name~0",
	] {
		pointers.found(pointer) with input as given
	}
}

test_not_found if {
	every pointer in ["/persons", "/parties/1", "/call/empty", "/call/source", "/related/grant_agreement"] {
		not pointers.found(pointer) with input as given
	}
}

test_empty if {
	pointers.empty("/tasks") with input as given
	not pointers.empty("/parties") with input as given
	not pointers.empty("/persons") with input as given
}

test_touch if {
	pointers.touch("/parties/0", "/parties/0")
	pointers.touch("/parties/0/country", "/parties/0")
	pointers.touch("/parties/0", "/parties/0/country")
	not pointers.touch("/parties/1", "/parties/10")
}
