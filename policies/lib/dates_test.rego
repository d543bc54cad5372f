package test.lib.dates

import data.rscheck.lib.dates

test_days_between if {
	dates.days_between("2026-11-02", "2026-11-23") == 21
	dates.days_between("2026-11-23", "2026-11-02") == -21
	dates.days_between("2024-02-28", "2024-03-01") == 2
	dates.days_between("2026-03-28", "2026-03-30") == 2
}

test_no_date_is_undefined if {
	every wrong in ["", "2026-13-01", "2026-1-1", "soon", 20261123] {
		not dates.days_between(wrong, "2026-11-23")
	}
}
