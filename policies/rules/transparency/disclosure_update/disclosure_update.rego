# METADATA
# title: Disclosures of funding and affiliations are kept up to date
# description: >
#   A disclosure is true on the day it is made. Money and positions change while the work goes on, so
#   everyone who takes part must tell of a change soon after it, for funding and for affiliations.
# related_resources:
#   - ref: https://ec.europa.eu/info/funding-tenders/opportunities/docs/2021-2027/common/guidance/aga_en.pdf
#     description: EU Annotated Grant Agreement V2.0, Articles 7 and 19.3(b)
#   - ref: https://doi.org/10.2777/1510618
#     description: Research Security Monitor 2025, transparency obligations of beneficiaries
# custom:
#   id: TR-05
#   severity: high
#   bindingness: contractual
#   threats: [malign_influence]
#   profiles: [horizon-europe, council-recommendation]
#   documents: [grant_agreement, consortium_agreement]
#   effective_from: "2021-01-01"
#   remedy: >
#     Oblige each participant to update the disclosures of funding and affiliations within the days
#     that the call allows.
package rscheck.rules.transparency.disclosure_update

import data.rscheck.lib.deadlines
import data.rscheck.lib.norms
import data.rscheck.lib.weighing

needs contains "/call/thresholds/disclosure_update_days"

subjects contains "/document"

parts := {"foreign_funding", "foreign_affiliations"}

compliant contains proof if some proof in weighing.proofs(parts, weights)

violations contains violation if some violation in weighing.insufficient(parts, weights)

violations contains {"subject": "/document", "part": part, "at": places, "message": message, "severity": weighing.gravity(parts, weights)} if {
	count(norms.unclear(topic)) == 0
	some part, places in weighing.left_out(parts, weights)
	message := sprintf("the duty to update leaves out %s", [replace(part, "_", " ")])
}

violations contains {"subject": "/document", "absent": topic, "message": "nobody has to update the disclosures"} if {
	norms.silent(topic)
}

violations contains {"subject": "/document", "absent": topic, "message": message} if {
	count(norms.unclear(topic)) == 0
	duties := norms.duties(topic)
	count(duties) > 0
	every norm in duties { once(norm) }
	message := "the disclosures are made once, and nobody has to update them"
}

doubts contains doubt if some doubt in weighing.document_doubts(norms.doubts(topic, actions, weighing.proving(weights)))

doubts contains doubt if some doubt in weighing.limited(parts, weights)

topic := "disclosure"

actions := {"update", "notify"}

events := {"change", "awareness", "occurrence", "none"}

weights := {weighing.weight(norm, reach(norm), checks(norm)) | some norm in norms.duties_to(topic, actions)}

# "The disclosures" as a whole are both.
reach(norm) := parts if {
	"disclosures" in norm.covers
} else := {aspect | some aspect in norm.covers}

checks(norm) := {
	sprintf("an update may take longer than %d days", [limit.number]): deadlines.within(norm.deadline, limit, events),
	"the duty does not bind everyone who takes part": norms.bearer(norm, topic),
	"the duty is limited": norms.whole(norm),
} if {
	limit := {"number": input.call.thresholds.disclosure_update_days, "unit": "days"}
}

# A disclosure that is not said to follow changes.
once(norm) if {
	norm.action == "disclose"
	norm.deadline.event in {"none", "signature", "start"}
}
