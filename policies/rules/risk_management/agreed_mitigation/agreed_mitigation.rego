# METADATA
# title: Measures against risks are agreed
# description: >
#   Where an appraisal raises concern, the parties agree how to manage it: each measure has someone
#   who carries it out and a date, and the granting authority has agreed to it.
# related_resources:
#   - ref: https://doi.org/10.2777/1510618
#     description: Research Security Monitor 2025, risk management of projects
# custom:
#   id: RM-04
#   severity: high
#   bindingness: guidance
#   threats: [knowledge_transfer, malign_influence, ethics_integrity]
#   profiles: [horizon-europe, council-recommendation]
#   documents: [grant_agreement]
#   effective_from: "2024-05-30"
#   remedy: >
#     Set a measure, an owner and a date against each identified risk, and record the day on which the
#     granting authority agreed to them.
package rscheck.rules.risk_management.agreed_mitigation

import data.rscheck.lib.dates
import data.rscheck.lib.risk

subjects contains "/document"

parts := {"measures", "agreement"}

compliant contains {"subject": "/document", "part": "measures", "at": places} if {
	places := [measure.ref | some measure in input.facts.risk.measures]
	count(places) > 0
	every measure in input.facts.risk.measures { count(gaps(measure)) == 0 }
}

compliant contains {"subject": "/document", "part": "agreement", "at": ["/risk/agreed_on"]} if {
	dates.days_between(input.facts.risk.agreed_on, input.as_of) >= 0
}

violations contains violation if {
	risk.tier.least > 1
	some measure in input.facts.risk.measures
	missing := gaps(measure)
	count(missing) > 0
	violation := {
		"subject": "/document",
		"part": "measures",
		"at": [measure.ref],
		"message": sprintf("a risk has a measure without: %s", [concat(", ", sort(missing))]),
		"severity": "medium",
	}
}

violations contains {"subject": "/document", "absent": "risk_measures"} if {
	risk.tier.least > 1
	not input.facts.risk.measures
}

violations contains {"subject": "/document", "at": ["/risk/measures"], "absent": "risk_measures"} if {
	risk.tier.least > 1
	input.facts.risk.measures == []
}

exempt contains {"subject": "/document", "at": risk.shown} if risk.tier.most == 1

gaps(measure) := {"measure", "owner", "due"} - {name |
	some name, value in measure
	value != ""
}
