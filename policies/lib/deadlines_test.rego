package test.lib.deadlines

import data.rscheck.lib.deadlines
import data.test.samples

day_limit(number) := {"number": number, "unit": "days"}

hour_limit := {"number": 24, "unit": "hours"}

years := {"number": 5, "unit": "years"}

test_within if {
	cases := [
		["no deadline", samples.word("none", "none"), day_limit(5), "refuted"],
		["immediate", samples.word("immediate", "change"), hour_limit, "proven"],
		["before the change", samples.word("before_event", "change"), hour_limit, "proven"],
		["without delay against hours", samples.word("without_delay", "none"), hour_limit, "open"],
		["without delay against days", samples.word("without_delay", "none"), day_limit(5), "proven"],
		["prompt", samples.word("prompt", "none"), day_limit(30), "open"],
		["unrecognised", samples.word("unrecognised", "none"), day_limit(30), "open"],
		["another event", samples.period("within", 5, "days", "signature"), day_limit(30), "open"],
		["another relation", samples.period("for", 5, "days", "change"), day_limit(30), "open"],
		["same unit", samples.period("within", 30, "days", "change"), day_limit(30), "proven"],
		["too long", samples.period("within", 31, "days", "change"), day_limit(30), "refuted"],
		["weeks", samples.period("within", 4, "weeks", "change"), day_limit(30), "proven"],
		["a month", samples.period("within", 1, "months", "change"), day_limit(30), "open"],
		["a month is not 5 days", samples.period("within", 1, "months", "change"), day_limit(5), "refuted"],
		["working days", samples.period("within", 5, "working_days", "change"), day_limit(30), "proven"],
		["many working days", samples.period("within", 20, "working_days", "change"), day_limit(30), "open"],
		["one day is not 24 hours", samples.period("within", 1, "days", "change"), hour_limit, "open"],
		["two days", samples.period("within", 2, "days", "change"), hour_limit, "refuted"],
		["hours", samples.period("within", 120, "hours", "change"), day_limit(5), "proven"],
	]
	every case in cases {
		deadlines.within(case[1], case[2], {"change", "none"}) == case[3]
	}
}

test_at_least if {
	cases := [
		[samples.word("none", "none"), "refuted"],
		[samples.word("prompt", "none"), "open"],
		[samples.period("at_least", 45, "days", "none"), "proven"],
		[samples.period("at_least", 44, "days", "none"), "refuted"],
		[samples.period("at_least", 2, "months", "none"), "proven"],
		[samples.period("at_least", 1, "months", "none"), "refuted"],
		[samples.period("at_least", 45, "working_days", "none"), "open"],
		[samples.period("within", 45, "days", "none"), "open"],
		[samples.period("at_least", 45, "days", "unrecognised"), "open"],
	]
	every case in cases {
		deadlines.at_least(case[0], day_limit(45), {"at_least"}, {"none"}) == case[1]
	}
}

test_lasts if {
	cases := [
		[samples.period("for", 5, "years", "final_payment"), "proven"],
		[samples.period("for", 60, "months", "final_payment"), "proven"],
		[samples.period("for", 4, "years", "final_payment"), "refuted"],
		[samples.period("for", 5, "years", "end"), "refuted"],
		[samples.period("for", 6, "years", "end"), "open"],
		[samples.period("within", 5, "years", "final_payment"), "open"],
		[samples.word("none", "final_payment"), "open"],
	]
	every case in cases {
		deadlines.lasts(case[0], years, {"final_payment"}, {"end"}) == case[1]
	}
}
