# What a deadline proves, as bounds: words and units leave a window, and only what holds over the
# whole window is proven. Answers are "proven", "refuted" or "open".
package rscheck.lib.deadlines

# Is it due within the limit {number, unit}, counted from one of the events?
within(deadline, limit, events) := "refuted" if {
	deadline.kind == "none"
} else := shorter(canonical(deadline), canonical(limit)) if {
	deadline.event in events
	deadline.kind == "period"
	deadline.relation == "within"
} else := inside(words[deadline.kind], window(canonical(limit))) if {
	deadline.event in events
} else := "open"

# Does it leave at least the limit of time, said in one of the relations, from one of the events?
at_least(deadline, limit, relations, events) := "refuted" if {
	deadline.kind == "none"
} else := longer(canonical(deadline), canonical(limit)) if {
	deadline.kind in {"period", "before_event"}
	deadline.relation in relations
	deadline.event in events
} else := "open"

# Does a duty last at least the limit after one of the events? From an event that comes earlier, a
# term no longer than the limit ends too soon.
lasts(deadline, limit, events, earlier) := longer(canonical(deadline), canonical(limit)) if {
	continuous(deadline)
	deadline.event in events
} else := "refuted" if {
	continuous(deadline)
	deadline.event in earlier
	shorter(canonical(deadline), canonical(limit)) == "proven"
} else := "open"

continuous(deadline) if {
	deadline.kind == "period"
	deadline.relation in {"for", "at_least"}
}

# Words without a number, in hours: "prompt" has no bound that anybody agrees on.
words := {
	"immediate": {"least": 0, "most": 0},
	"before_event": {"least": 0, "most": 0},
	"without_delay": {"least": 0, "most": 120},
}

shorter(period, limit) := "proven" if {
	period.unit == limit.unit
	period.number <= limit.number
} else := "refuted" if {
	period.unit == limit.unit
} else := inside(window(period), window(limit))

longer(period, limit) := "proven" if {
	period.unit == limit.unit
	period.number >= limit.number
} else := "refuted" if {
	period.unit == limit.unit
} else := beyond(window(period), window(limit))

inside(period, limit) := "proven" if {
	period.most <= limit.least
} else := "refuted" if {
	period.least > limit.most
} else := "open"

beyond(period, limit) := "proven" if {
	period.least >= limit.most
} else := "refuted" if {
	period.most < limit.least
} else := "open"

# Units that are exact multiples of each other, in the smaller one.
canonical(period) := {"number": period.number * 7, "unit": "days"} if {
	period.unit == "weeks"
} else := {"number": period.number * 12, "unit": "months"} if {
	period.unit == "years"
} else := {"number": period.number, "unit": period.unit}

# In hours from the event. A period in days starts on the day after its event (Regulation 1182/71).
window(period) := {"least": period.number, "most": period.number} if period.unit == "hours"

window(period) := days(period.number, period.number) if period.unit == "days"

# Weekends, and a week for public holidays: a cautious upper bound.
window(period) := days(period.number, (7 * ceil(period.number / 5)) + 7) if period.unit == "working_days"

window(period) := days(period.number * 28, period.number * 31) if period.unit == "months"

days(fewest, most) := {"least": fewest * 24, "most": (most * 24) + 24}
