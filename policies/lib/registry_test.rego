package test.lib.registry

import data.rscheck.lib.registry

test_absent_holds_both_kinds if {
	{"disclosure", "funding_sources"} & registry.absent == {"disclosure", "funding_sources"}
	registry.severities.critical > registry.severities.low
}
