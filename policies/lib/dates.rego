# Days on the calendar, from ISO dates.
package rscheck.lib.dates

# From one date to another: negative if the second comes first, undefined if one is no date.
days_between(first, second) := (moment(second) - moment(first)) / 86400000000000

# Midnight in UTC, where a number of days is always a whole one.
moment(date) := time.parse_ns("2006-01-02", date) if {
	is_string(date)
	regex.match(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`, date)
}
